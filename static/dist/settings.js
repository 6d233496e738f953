var et=class extends Error{constructor(t,n,a){super(n?.title??`status ${t}`),this.status=t,this.code=n?.code??(t?"unexpected":"unreachable"),this.field=n?.field??null,this.retryAfter=a}};async function Ne(e,t,n,a){let i={accept:"application/json"};n!==void 0&&(i["content-type"]="application/json"),a&&(i["x-csrf-token"]=a);let o;try{o=await fetch(t,{method:e,headers:i,credentials:"same-origin",body:n===void 0?void 0:JSON.stringify(n)})}catch{throw new et(0,null,null)}let r=await o.text(),u=null;try{u=r?JSON.parse(r):null}catch{}if(o.ok)return u;let c=Number(o.headers.get("retry-after"));throw new et(o.status,u,Number.isFinite(c)&&c>0?c:null)}function De(e){let t=Object.entries(e).filter(([,n])=>n!=null);return t.length?`?${new URLSearchParams(t.map(([n,a])=>[n,String(a)]))}`:""}function ms({csrf:e,signedOut:t}){let n=async(i,o,r)=>{try{return await Ne(i,`/api/v1${o}`,r,e)}catch(u){throw u instanceof et&&u.status===401&&t(),u}},a=i=>`/conversations/${encodeURIComponent(i)}`;return{session:()=>n("POST","/im/session",{}),me:()=>n("GET","/me"),change:i=>n("PATCH","/me",i),preferences:()=>n("GET","/me/preferences"),savePreferences:i=>n("PUT","/me/preferences",i),agents:()=>n("GET","/agents?limit=200"),availability:i=>n("PUT","/agents/me/availability",{state:i}),signOut:()=>n("POST","/logout",{}),signOutEverywhere:()=>n("POST","/logout-everywhere",{}),counts:()=>n("GET","/conversations/counts"),conversations:(i,o,r={})=>n("GET",`/conversations${De({view:i,...r,cursor:o,limit:50})}`),conversation:i=>n("GET",a(i)),entries:(i,o)=>n("GET",`${a(i)}/entries${De(o)}`),assign:(i,o)=>n("POST",`${a(i)}/assign`,{agent_id:o}),close:(i,o)=>n("POST",`${a(i)}/resolve`,{last_sequence:o}),reopen:i=>n("POST",`${a(i)}/reopen`,{}),snooze:(i,o,r)=>n("POST",`${a(i)}/snooze`,{until:o,last_sequence:r}),label:(i,o)=>n("POST",`${a(i)}/labels`,{labels:o}),bulk:i=>n("POST","/conversations/bulk",i),editMessage:(i,o,r)=>n("PATCH",`${a(i)}/messages/${encodeURIComponent(o)}`,{content:r}),recallMessage:(i,o)=>n("DELETE",`${a(i)}/messages/${encodeURIComponent(o)}`,{}),contact:i=>n("GET",`/contacts/${encodeURIComponent(i)}`),changeContact:(i,o)=>n("PATCH",`/contacts/${encodeURIComponent(i)}`,o),block:i=>n("POST","/blocks",i),unblock:i=>n("DELETE",`/blocks/${encodeURIComponent(i)}`,{}),setupList:()=>n("GET","/setup/list"),dismissSetupList:i=>n("PATCH","/setup/list",{dismissed:i}),addDemoData:()=>n("POST","/demo-data",{}),removeDemoData:()=>n("DELETE","/demo-data",{}),linkPreview:(i,o)=>n("GET",`/link-preview${De({message:i,url:o})}`),labels:()=>n("GET","/labels"),canned:()=>n("GET","/canned"),cannedUsed:i=>n("POST",`/canned/${encodeURIComponent(i)}/used`,{}),drafts:()=>n("GET","/drafts"),keepDraft:(i,o,r)=>n("PUT",`/drafts/${encodeURIComponent(i)}`,{note:o,text:r})}}var He=globalThis,gs=e=>e,ae=He.trustedTypes,hs=ae?ae.createPolicy("lit-html",{createHTML:e=>e}):void 0,Re="$lit$",it=`lit$${Math.random().toFixed(9).slice(2)}$`,je="?"+it,ha=`<${je}>`,wt=document,zt=()=>wt.createComment(""),Gt=e=>e===null||typeof e!="object"&&typeof e!="function",Ue=Array.isArray,vs=e=>Ue(e)||typeof e?.[Symbol.iterator]=="function",Le=`[ 	
\f\r]`,Ft=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,fs=/-->/g,_s=/>/g,yt=RegExp(`>|${Le}(?:([^\\s"'>=/]+)(${Le}*=${Le}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),$s=/'/g,bs=/"/g,ws=/^(?:script|style|textarea|title)$/i,qe=e=>(t,...n)=>({_$litType$:e,strings:t,values:n}),l=qe(1),b=qe(2),vo=qe(3),Y=Symbol.for("lit-noChange"),f=Symbol.for("lit-nothing"),ys=new WeakMap,vt=wt.createTreeWalker(wt,129);function ks(e,t){if(!Ue(e)||!e.hasOwnProperty("raw"))throw Error("invalid template strings array");return hs!==void 0?hs.createHTML(t):t}var xs=(e,t)=>{let n=e.length-1,a=[],i,o=t===2?"<svg>":t===3?"<math>":"",r=Ft;for(let u=0;u<n;u++){let c=e[u],d,p,_=-1,h=0;for(;h<c.length&&(r.lastIndex=h,p=r.exec(c),p!==null);)h=r.lastIndex,r===Ft?p[1]==="!--"?r=fs:p[1]!==void 0?r=_s:p[2]!==void 0?(ws.test(p[2])&&(i=RegExp("</"+p[2],"g")),r=yt):p[3]!==void 0&&(r=yt):r===yt?p[0]===">"?(r=i??Ft,_=-1):p[1]===void 0?_=-2:(_=r.lastIndex-p[2].length,d=p[1],r=p[3]===void 0?yt:p[3]==='"'?bs:$s):r===bs||r===$s?r=yt:r===fs||r===_s?r=Ft:(r=yt,i=void 0);let m=r===yt&&e[u+1].startsWith("/>")?" ":"";o+=r===Ft?c+ha:_>=0?(a.push(d),c.slice(0,_)+Re+c.slice(_)+it+m):c+it+(_===-2?u:m)}return[ks(e,o+(e[n]||"<?>")+(t===2?"</svg>":t===3?"</math>":"")),a]},Vt=class e{constructor({strings:t,_$litType$:n},a){let i;this.parts=[];let o=0,r=0,u=t.length-1,c=this.parts,[d,p]=xs(t,n);if(this.el=e.createElement(d,a),vt.currentNode=this.el.content,n===2||n===3){let _=this.el.content.firstChild;_.replaceWith(..._.childNodes)}for(;(i=vt.nextNode())!==null&&c.length<u;){if(i.nodeType===1){if(i.hasAttributes())for(let _ of i.getAttributeNames())if(_.endsWith(Re)){let h=p[r++],m=i.getAttribute(_).split(it),$=/([.?@])?(.*)/.exec(h);c.push({type:1,index:o,name:$[2],strings:m,ctor:$[1]==="."?oe:$[1]==="?"?re:$[1]==="@"?le:xt}),i.removeAttribute(_)}else _.startsWith(it)&&(c.push({type:6,index:o}),i.removeAttribute(_));if(ws.test(i.tagName)){let _=i.textContent.split(it),h=_.length-1;if(h>0){i.textContent=ae?ae.emptyScript:"";for(let m=0;m<h;m++)i.append(_[m],zt()),vt.nextNode(),c.push({type:2,index:++o});i.append(_[h],zt())}}}else if(i.nodeType===8)if(i.data===je)c.push({type:2,index:o});else{let _=-1;for(;(_=i.data.indexOf(it,_+1))!==-1;)c.push({type:7,index:o}),_+=it.length-1}o++}}static createElement(t,n){let a=wt.createElement("template");return a.innerHTML=t,a}};function kt(e,t,n=e,a){if(t===Y)return t;let i=a!==void 0?n._$Co?.[a]:n._$Cl,o=Gt(t)?void 0:t._$litDirective$;return i?.constructor!==o&&(i?._$AO?.(!1),o===void 0?i=void 0:(i=new o(e),i._$AT(e,n,a)),a!==void 0?(n._$Co??=[])[a]=i:n._$Cl=i),i!==void 0&&(t=kt(e,i._$AS(e,t.values),i,a)),t}var ie=class{constructor(t,n){this._$AV=[],this._$AN=void 0,this._$AD=t,this._$AM=n}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(t){let{el:{content:n},parts:a}=this._$AD,i=(t?.creationScope??wt).importNode(n,!0);vt.currentNode=i;let o=vt.nextNode(),r=0,u=0,c=a[0];for(;c!==void 0;){if(r===c.index){let d;c.type===2?d=new Ct(o,o.nextSibling,this,t):c.type===1?d=new c.ctor(o,c.name,c.strings,this,t):c.type===6&&(d=new ce(o,this,t)),this._$AV.push(d),c=a[++u]}r!==c?.index&&(o=vt.nextNode(),r++)}return vt.currentNode=wt,i}p(t){let n=0;for(let a of this._$AV)a!==void 0&&(a.strings!==void 0?(a._$AI(t,a,n),n+=a.strings.length-2):a._$AI(t[n])),n++}},Ct=class e{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(t,n,a,i){this.type=2,this._$AH=f,this._$AN=void 0,this._$AA=t,this._$AB=n,this._$AM=a,this.options=i,this._$Cv=i?.isConnected??!0}get parentNode(){let t=this._$AA.parentNode,n=this._$AM;return n!==void 0&&t?.nodeType===11&&(t=n.parentNode),t}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(t,n=this){t=kt(this,t,n),Gt(t)?t===f||t==null||t===""?(this._$AH!==f&&this._$AR(),this._$AH=f):t!==this._$AH&&t!==Y&&this._(t):t._$litType$!==void 0?this.$(t):t.nodeType!==void 0?this.T(t):vs(t)?this.k(t):this._(t)}O(t){return this._$AA.parentNode.insertBefore(t,this._$AB)}T(t){this._$AH!==t&&(this._$AR(),this._$AH=this.O(t))}_(t){this._$AH!==f&&Gt(this._$AH)?this._$AA.nextSibling.data=t:this.T(wt.createTextNode(t)),this._$AH=t}$(t){let{values:n,_$litType$:a}=t,i=typeof a=="number"?this._$AC(t):(a.el===void 0&&(a.el=Vt.createElement(ks(a.h,a.h[0]),this.options)),a);if(this._$AH?._$AD===i)this._$AH.p(n);else{let o=new ie(i,this),r=o.u(this.options);o.p(n),this.T(r),this._$AH=o}}_$AC(t){let n=ys.get(t.strings);return n===void 0&&ys.set(t.strings,n=new Vt(t)),n}k(t){Ue(this._$AH)||(this._$AH=[],this._$AR());let n=this._$AH,a,i=0;for(let o of t)i===n.length?n.push(a=new e(this.O(zt()),this.O(zt()),this,this.options)):a=n[i],a._$AI(o),i++;i<n.length&&(this._$AR(a&&a._$AB.nextSibling,i),n.length=i)}_$AR(t=this._$AA.nextSibling,n){for(this._$AP?.(!1,!0,n);t!==this._$AB;){let a=gs(t).nextSibling;gs(t).remove(),t=a}}setConnected(t){this._$AM===void 0&&(this._$Cv=t,this._$AP?.(t))}},xt=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(t,n,a,i,o){this.type=1,this._$AH=f,this._$AN=void 0,this.element=t,this.name=n,this._$AM=i,this.options=o,a.length>2||a[0]!==""||a[1]!==""?(this._$AH=Array(a.length-1).fill(new String),this.strings=a):this._$AH=f}_$AI(t,n=this,a,i){let o=this.strings,r=!1;if(o===void 0)t=kt(this,t,n,0),r=!Gt(t)||t!==this._$AH&&t!==Y,r&&(this._$AH=t);else{let u=t,c,d;for(t=o[0],c=0;c<o.length-1;c++)d=kt(this,u[a+c],n,c),d===Y&&(d=this._$AH[c]),r||=!Gt(d)||d!==this._$AH[c],d===f?t=f:t!==f&&(t+=(d??"")+o[c+1]),this._$AH[c]=d}r&&!i&&this.j(t)}j(t){t===f?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,t??"")}},oe=class extends xt{constructor(){super(...arguments),this.type=3}j(t){this.element[this.name]=t===f?void 0:t}},re=class extends xt{constructor(){super(...arguments),this.type=4}j(t){this.element.toggleAttribute(this.name,!!t&&t!==f)}},le=class extends xt{constructor(t,n,a,i,o){super(t,n,a,i,o),this.type=5}_$AI(t,n=this){if((t=kt(this,t,n,0)??f)===Y)return;let a=this._$AH,i=t===f&&a!==f||t.capture!==a.capture||t.once!==a.once||t.passive!==a.passive,o=t!==f&&(a===f||i);i&&this.element.removeEventListener(this.name,this,a),o&&this.element.addEventListener(this.name,this,t),this._$AH=t}handleEvent(t){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,t):this._$AH.handleEvent(t)}},ce=class{constructor(t,n,a){this.element=t,this.type=6,this._$AN=void 0,this._$AM=n,this.options=a}get _$AU(){return this._$AM._$AU}_$AI(t){kt(this,t)}},As={M:Re,P:it,A:je,C:1,L:xs,R:ie,D:vs,V:kt,I:Ct,H:xt,N:re,U:le,B:oe,F:ce},fa=He.litHtmlPolyfillSupport;fa?.(Vt,Ct),(He.litHtmlVersions??=[]).push("3.3.3");var Z=(e,t,n)=>{let a=n?.renderBefore??t,i=a._$litPart$;if(i===void 0){let o=n?.renderBefore??null;a._$litPart$=i=new Ct(t.insertBefore(zt(),o),o,void 0,n??{})}return i._$AI(e),i};var ot={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},de=e=>(...t)=>({_$litDirective$:e,values:t}),Pt=class{constructor(t){}get _$AU(){return this._$AM._$AU}_$AT(t,n,a){this._$Ct=t,this._$AM=n,this._$Ci=a}_$AS(t,n){return this.update(t,n)}update(t,n){return this.render(...n)}};var{I:_a}=As,Es=e=>e;var Ms=e=>e.strings===void 0,Ss=()=>document.createComment(""),It=(e,t,n)=>{let a=e._$AA.parentNode,i=t===void 0?e._$AB:t._$AA;if(n===void 0){let o=a.insertBefore(Ss(),i),r=a.insertBefore(Ss(),i);n=new _a(o,r,e,e.options)}else{let o=n._$AB.nextSibling,r=n._$AM,u=r!==e;if(u){let c;n._$AQ?.(e),n._$AM=e,n._$AP!==void 0&&(c=e._$AU)!==r._$AU&&n._$AP(c)}if(o!==i||u){let c=n._$AA;for(;c!==o;){let d=Es(c).nextSibling;Es(a).insertBefore(c,i),c=d}}}return n},dt=(e,t,n=e)=>(e._$AI(t,n),e),$a={},ue=(e,t=$a)=>e._$AH=t,Ts=e=>e._$AH,pe=e=>{e._$AR(),e._$AA.remove()};var Os=(e,t,n)=>{let a=new Map;for(let i=t;i<=n;i++)a.set(e[i],i);return a},ba=de(class extends Pt{constructor(e){if(super(e),e.type!==ot.CHILD)throw Error("repeat() can only be used in text expressions")}dt(e,t,n){let a;n===void 0?n=t:t!==void 0&&(a=t);let i=[],o=[],r=0;for(let u of e)i[r]=a?a(u,r):r,o[r]=n(u,r),r++;return{values:o,keys:i}}render(e,t,n){return this.dt(e,t,n).values}update(e,[t,n,a]){let i=Ts(e),{values:o,keys:r}=this.dt(t,n,a);if(!Array.isArray(i))return this.ut=r,o;let u=this.ut??=[],c=[],d,p,_=0,h=i.length-1,m=0,$=o.length-1;for(;_<=h&&m<=$;)if(i[_]===null)_++;else if(i[h]===null)h--;else if(u[_]===r[m])c[m]=dt(i[_],o[m]),_++,m++;else if(u[h]===r[$])c[$]=dt(i[h],o[$]),h--,$--;else if(u[_]===r[$])c[$]=dt(i[_],o[$]),It(e,c[$+1],i[_]),_++,$--;else if(u[h]===r[m])c[m]=dt(i[h],o[m]),It(e,i[_],i[h]),h--,m++;else if(d===void 0&&(d=Os(r,m,$),p=Os(u,_,h)),d.has(u[_]))if(d.has(u[h])){let g=p.get(r[m]),S=g!==void 0?i[g]:null;if(S===null){let E=It(e,i[_]);dt(E,o[m]),c[m]=E}else c[m]=dt(S,o[m]),It(e,i[_],S),i[g]=null;m++}else pe(i[h]),h--;else pe(i[_]),_++;for(;m<=$;){let g=It(e,c[$+1]);dt(g,o[m]),c[m++]=g}for(;_<=h;){let g=i[_++];g!==null&&pe(g)}return this.ut=r,ue(e,c),Y}});var C=de(class extends Pt{constructor(e){if(super(e),e.type!==ot.PROPERTY&&e.type!==ot.ATTRIBUTE&&e.type!==ot.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!Ms(e))throw Error("`live` bindings can only contain a single expression")}render(e){return e}update(e,[t]){if(t===Y||t===f)return t;let n=e.element,a=e.name;if(e.type===ot.PROPERTY){if(t===n[a])return Y}else if(e.type===ot.BOOLEAN_ATTRIBUTE){if(!!t===n.hasAttribute(a))return Y}else if(e.type===ot.ATTRIBUTE&&n.getAttribute(a)===t+"")return Y;return ue(e),t}});var ya=Symbol.for("preact-signals");function Be(){if(At>1){At--;return}let e,t=!1;for((function(){let n=me;for(me=void 0;n!==void 0;){let a=n.S;if(a.v===n.v)for(let i=a.t;i!==void 0;i=i.x)i.i===n.i&&(i.i=a.i);n=n.o}})();Wt!==void 0;){let n=Wt;for(Wt=void 0,ge++;n!==void 0;){let a=n.u;if(n.u=void 0,n.f&=-3,!(8&n.f)&&Is(n))try{n.c()}catch(i){t||(e=i,t=!0)}n=a}}if(ge=0,At--,t)throw e}var R,Kt,Wt;function J(e){let t=R,n=Kt;R=void 0,Kt=void 0;try{return e()}finally{R=t,Kt=n}}var me,At=0,ge=0;var Cs=0,he=0;function Ps(e){if(R===void 0)return;let t=e.n;if(t===void 0||t.t!==R)return t={i:0,S:e,p:R.s,n:void 0,t:R,e:void 0,x:void 0,r:t},R.s!==void 0&&(R.s.n=t),R.s=t,e.n=t,32&R.f&&e.S(t),t;if(t.i===-1)return t.i=0,t.n!==void 0&&(t.n.p=t.p,t.p!==void 0&&(t.p.n=t.n),t.p=R.s,t.n=void 0,R.s.n=t,R.s=t),t}function V(e,t){this.v=e,this.i=0,this.n=void 0,this.t=void 0,this.l=0,this.W=t?.watched,this.Z=t?.unwatched,this.name=t?.name}V.prototype.brand=ya;V.prototype.h=function(){return!0};V.prototype.S=function(e){let t=this.t;t!==e&&e.e===void 0&&(e.x=t,this.t=e,t!==void 0?t.e=e:J(()=>{var n;(n=this.W)==null||n.call(this)}))};V.prototype.U=function(e){if(this.t!==void 0){let t=e.e,n=e.x;t!==void 0&&(t.x=n,e.e=void 0),n!==void 0&&(n.e=t,e.x=void 0),e===this.t&&(this.t=n,n===void 0&&J(()=>{var a;(a=this.Z)==null||a.call(this)}))}};V.prototype.subscribe=function(e){return Nt(()=>{let t=this.value;J(()=>e(t))},{name:"sub"})};V.prototype.valueOf=function(){return this.value};V.prototype.toString=function(){return this.value+""};V.prototype.toJSON=function(){return this.value};V.prototype.peek=function(){return J(()=>this.value)};Object.defineProperty(V.prototype,"value",{get(){let e=Ps(this);return e!==void 0&&(e.i=this.i),this.v},set(e){if(e!==this.v){if(ge>100)throw new Error("Cycle detected");(function(t){At!==0&&ge===0&&t.l!==Cs&&(t.l=Cs,me={S:t,v:t.v,i:t.i,o:me})})(this),this.v=e,this.i++,he++,At++;try{for(let t=this.t;t!==void 0;t=t.x)t.t.N()}finally{Be()}}}});function z(e,t){return new V(e,t)}function Is(e){for(let t=e.s;t!==void 0;t=t.n)if(t.S.i!==t.i||!t.S.h()||t.S.i!==t.i)return!0;return!1}function Ds(e){for(let t=e.s;t!==void 0;t=t.n){let n=t.S.n;if(n!==void 0&&(t.r=n),t.S.n=t,t.i=-1,t.n===void 0){e.s=t;break}}}function Ns(e){let t,n=e.s;for(;n!==void 0;){let a=n.p;n.i===-1?(n.S.U(n),a!==void 0&&(a.n=n.n),n.n!==void 0&&(n.n.p=a)):t=n,n.S.n=n.r,n.r!==void 0&&(n.r=void 0),n=a}e.s=t}function Et(e,t){V.call(this,void 0,t),this.x=e,this.s=void 0,this.g=he-1,this.f=4}Et.prototype=new V;Et.prototype.h=function(){if(this.f&=-3,1&this.f)return!1;if((36&this.f)==32||(this.f&=-5,this.g===he))return!0;if(this.g=he,this.f|=1,this.i>0&&!Is(this))return this.f&=-2,!0;let e=R;try{Ds(this),R=this;let t=this.x();(16&this.f||this.v!==t||this.i===0)&&(this.v=t,this.f&=-17,this.i++)}catch(t){this.v=t,this.f|=16,this.i++}return R=e,Ns(this),this.f&=-2,!0};Et.prototype.S=function(e){if(this.t===void 0){this.f|=36;for(let t=this.s;t!==void 0;t=t.n)t.S.S(t)}V.prototype.S.call(this,e)};Et.prototype.U=function(e){if(this.t!==void 0&&(V.prototype.U.call(this,e),this.t===void 0)){this.f&=-33;for(let t=this.s;t!==void 0;t=t.n)t.S.U(t)}};Et.prototype.N=function(){if(!(2&this.f)){this.f|=6;for(let e=this.t;e!==void 0;e=e.x)e.t.N()}};Object.defineProperty(Et.prototype,"value",{get(){if(1&this.f)throw new Error("Cycle detected");let e=Ps(this);if(this.h(),e!==void 0&&(e.i=this.i),16&this.f)throw this.v;return this.v}});function Fe(e,t){return new Et(e,t)}function Ls(e){let t=e.j;if(e.j=void 0,typeof t=="function"){At++;let n=R;R=void 0;try{t()}catch(a){throw e.f&=-2,e.f|=8,ze(e),a}finally{R=n,Be()}}}function ze(e){for(let t=e.s;t!==void 0;t=t.n)t.S.U(t);e.x=void 0,e.s=void 0,Ls(e)}function va(e){if(R!==this)throw new Error("Out-of-order effect");Ns(this),R=e,this.f&=-2;try{8&this.f&&ze(this)}finally{Be()}}function Dt(e,t){this.x=e,this.j=void 0,this.s=void 0,this.u=void 0,this.f=32,this.name=t?.name,Kt&&Kt.push(this)}Dt.prototype.c=function(){let e=this.S();try{if(8&this.f||this.x===void 0)return;let t=this.x();typeof t=="function"&&(this.j=t)}finally{e()}};Dt.prototype.S=function(){if(1&this.f)throw new Error("Cycle detected");this.f|=1,this.f&=-9,Ls(this),Ds(this),At++;let e=R;return R=this,va.bind(this,e)};Dt.prototype.N=function(){2&this.f||(this.f|=2,this.u=Wt,Wt=this)};Dt.prototype.d=function(){this.f|=8,1&this.f||ze(this)};Dt.prototype.dispose=function(){this.d()};function Nt(e,t){let n=new Dt(e,t);try{n.c()}catch(i){throw n.d(),i}let a=n.d.bind(n);return a[Symbol.dispose]=a,a}function Ge(e,t,n){if(!(e instanceof HTMLElement))throw new Error("nowhere to render");Nt(()=>{let a=t();J(()=>n?.before?.()),Z(a,e),J(()=>n?.after?.())})}var fe={};for(let e of document.querySelectorAll('meta[name^="texts-"]')){let t=e.name.slice(6),n=JSON.parse(e.content);for(let[a,i]of Object.entries(n))fe[`${t}.${a}`]=i}var D=document.documentElement.lang||"zh-CN",wa=new Intl.PluralRules(D),Ve=e=>e in fe;function s(e,t){let n=fe[e]??e;return t?n.replace(/\{(\w+)\}/g,(a,i)=>String(t[i]??a)):n}function B(e,t,n){let a=`${e}.${wa.select(t)}`;return s(a in fe?a:`${e}.other`,{count:t,...n})}function Hs(){try{return localStorage.getItem("servicedesk.probe"),localStorage}catch{return null}}var ka="(max-width: 1100px)",xa="(max-width: 720px)",Aa=15e3;function Rs(e){let t=r=>{let u=matchMedia(r),c=z(u.matches);return u.addEventListener("change",()=>c.value=u.matches),c},n=z(e?.getItem("servicedesk.details")!=="closed"),a=z(!1),i=z(Date.now());setInterval(()=>i.value=Date.now(),Aa),Nt(()=>{try{e?.setItem("servicedesk.details",n.value?"open":"closed")}catch{}});let o=t(ka);return{narrow:o,phone:t(xa),now:i,details:{get open(){return o.value?a.value:n.value},set(r){o.value?a.value=r:n.value=r},toggle(){this.set(!this.open)}},tab:z("reply"),dialog:z(null),theme:z(document.documentElement.dataset.theme??"auto")}}var Ea={inbox:b`<polyline points="22 12 16 12 14 15 10 15 8 12 2 12"/><path d="M5.45 5.11 2 12v6a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2v-6l-3.45-6.89A2 2 0 0 0 16.76 4H7.24a2 2 0 0 0-1.79 1.11z"/>`,user:b`<path d="M19 21v-2a4 4 0 0 0-4-4H9a4 4 0 0 0-4 4v2"/><circle cx="12" cy="7" r="4"/>`,check:b`<path d="M20 6 9 17l-5-5"/>`,"check-check":b`<path d="M18 6 7 17l-5-5"/><path d="m22 10-7.5 7.5L13 16"/>`,clock:b`<circle cx="12" cy="12" r="10"/><path d="M12 6v6l4 2"/>`,"badge-check":b`<path d="M3.85 8.62a4 4 0 0 1 4.78-4.77 4 4 0 0 1 6.74 0 4 4 0 0 1 4.78 4.78 4 4 0 0 1 0 6.74 4 4 0 0 1-4.77 4.78 4 4 0 0 1-6.75 0 4 4 0 0 1-4.78-4.77 4 4 0 0 1 0-6.76Z"/><path d="m16 9-5.5 5.5L8 12"/>`,globe:b`<circle cx="12" cy="12" r="10"/><path d="M12 2a14.5 14.5 0 0 0 0 20 14.5 14.5 0 0 0 0-20"/><path d="M2 12h20"/>`,"code-xml":b`<path d="m18 16 4-4-4-4"/><path d="m6 8-4 4 4 4"/><path d="m14.5 4-5 16"/>`,"chevron-down":b`<path d="m6 9 6 6 6-6"/>`,"chevron-left":b`<path d="m15 18-6-6 6-6"/>`,"chevron-right":b`<path d="m9 18 6-6-6-6"/>`,"arrow-up":b`<path d="m5 12 7-7 7 7"/><path d="M12 19V5"/>`,"arrow-down":b`<path d="M12 5v14"/><path d="m19 12-7 7-7-7"/>`,x:b`<path d="M18 6 6 18"/><path d="m6 6 12 12"/>`,lock:b`<rect width="18" height="11" x="3" y="11" rx="2" ry="2"/><path d="M7 11V7a5 5 0 0 1 10 0v4"/>`,"panel-right":b`<rect width="18" height="18" x="3" y="3" rx="2"/><path d="M15 3v18"/>`,info:b`<circle cx="12" cy="12" r="10"/><path d="M12 16v-4"/><path d="M12 8h.01"/>`,mail:b`<path d="m22 7-8.991 5.727a2 2 0 0 1-2.009 0L2 7"/><rect x="2" y="4" width="20" height="16" rx="2"/>`,phone:b`<path d="M13.832 16.568a1 1 0 0 0 1.213-.303l.355-.465A2 2 0 0 1 17 15h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2A18 18 0 0 1 2 4a2 2 0 0 1 2-2h3a2 2 0 0 1 2 2v3a2 2 0 0 1-.8 1.6l-.468.351a1 1 0 0 0-.292 1.233 14 14 0 0 0 6.392 6.384"/>`,"id-card":b`<path d="M13 19a4 4 0 00-8 0"/><path d="M16 10h2"/><path d="M16 14h2"/><circle cx="9" cy="12" r="3"/><rect x="2" y="5" width="20" height="14" rx="2"/>`,languages:b`<path d="m5 8 6 6"/><path d="m4 14 6-6 2-3"/><path d="M2 5h12"/><path d="M7 2h1"/><path d="m22 22-5-10-5 10"/><path d="M14 18h6"/>`,"message-circle":b`<path d="M2.992 16.342a2 2 0 0 1 .094 1.167l-1.065 3.29a1 1 0 0 0 1.236 1.168l3.413-.998a2 2 0 0 1 1.099.092 10 10 0 1 0-4.777-4.719"/>`,"circle-alert":b`<circle cx="12" cy="12" r="10"/><line x1="12" x2="12" y1="8" y2="12"/><line x1="12" x2="12.01" y1="16" y2="16"/>`,"pencil-line":b`<path d="M13 21h8"/><path d="m15 5 4 4"/><path d="M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z"/>`,keyboard:b`<path d="M10 8h.01"/><path d="M12 12h.01"/><path d="M14 8h.01"/><path d="M16 12h.01"/><path d="M18 8h.01"/><path d="M6 8h.01"/><path d="M7 16h10"/><path d="M8 12h.01"/><rect width="20" height="16" x="2" y="4" rx="2"/>`,"log-out":b`<path d="m16 17 5-5-5-5"/><path d="M21 12H9"/><path d="M9 21H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2h4"/>`,power:b`<path d="M12 2v10"/><path d="M18.4 6.6a9 9 0 1 1-12.77.04"/>`,"book-open":b`<path d="M12 5v16"/><path d="M20.001 19A2 2 0 0022 17V5a2 2 0 00-1.999-2L16 3.002A5 5 0 0012 5a5 5 0 00-4-2H4a2 2 0 00-2 2v12a2 2 0 001.999 2H8a5 5 0 014 2 5 5 0 014-2z"/>`,sun:b`<circle cx="12" cy="12" r="4"/><path d="M12 2v2"/><path d="M12 20v2"/><path d="m4.93 4.93 1.41 1.41"/><path d="m17.66 17.66 1.41 1.41"/><path d="M2 12h2"/><path d="M20 12h2"/><path d="m6.34 17.66-1.41 1.41"/><path d="m19.07 4.93-1.41 1.41"/>`,moon:b`<path d="M20.985 12.486a9 9 0 1 1-9.473-9.472c.405-.022.617.46.402.803a6 6 0 0 0 8.268 8.268c.344-.215.825-.004.803.401"/>`,"sun-moon":b`<path d="M12 2v2"/><path d="M14.837 16.385a6 6 0 1 1-7.223-7.222c.624-.147.97.66.715 1.248a4 4 0 0 0 5.26 5.259c.589-.255 1.396.09 1.248.715"/><path d="M16 12a4 4 0 0 0-4-4"/><path d="m19 5-1.256 1.256"/><path d="M20 12h2"/>`,store:b`<path d="M15 21v-5a1 1 0 0 0-1-1h-4a1 1 0 0 0-1 1v5"/><path d="M17.774 10.31a1.12 1.12 0 0 0-1.549 0 2.5 2.5 0 0 1-3.451 0 1.12 1.12 0 0 0-1.548 0 2.5 2.5 0 0 1-3.452 0 1.12 1.12 0 0 0-1.549 0 2.5 2.5 0 0 1-3.77-3.248l2.889-4.184A2 2 0 0 1 7 2h10a2 2 0 0 1 1.653.873l2.895 4.192a2.5 2.5 0 0 1-3.774 3.244"/><path d="M4 10.95V19a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-8.05"/>`,copy:b`<rect width="14" height="14" x="8" y="8" rx="2" ry="2"/><path d="M4 16c-1.1 0-2-.9-2-2V4c0-1.1.9-2 2-2h10c1.1 0 2 .9 2 2"/>`,"wifi-off":b`<path d="M12 20h.01"/><path d="M8.5 16.429a5 5 0 0 1 7 0"/><path d="M5 12.859a10 10 0 0 1 5.17-2.69"/><path d="M19 12.859a10 10 0 0 0-2.007-1.523"/><path d="M2 8.82a15 15 0 0 1 4.177-2.643"/><path d="M22 8.82a15 15 0 0 0-11.288-3.764"/><path d="m2 2 20 20"/>`,"cloud-off":b`<path d="M10.94 5.274A7 7 0 0 1 15.71 10h1.79a4.5 4.5 0 0 1 4.222 6.057"/><path d="M18.796 18.81A4.5 4.5 0 0 1 17.5 19H9A7 7 0 0 1 5.79 5.78"/><path d="m2 2 20 20"/>`,circle:b`<circle cx="12" cy="12" r="10"/>`,"circle-check":b`<circle cx="12" cy="12" r="10"/><path d="m16 9-5.5 5.5L8 12"/>`,"rotate-ccw":b`<path d="M3 12a9 9 0 1 0 9-9 9.75 9.75 0 0 0-6.74 2.74L3 8"/><path d="M3 3v5h5"/>`,"user-plus":b`<path d="M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2"/><circle cx="9" cy="7" r="4"/><line x1="19" x2="19" y1="8" y2="14"/><line x1="22" x2="16" y1="11" y2="11"/>`,"monitor-smartphone":b`<path d="M18 8V6a2 2 0 0 0-2-2H4a2 2 0 0 0-2 2v7a2 2 0 0 0 2 2h8"/><path d="M10 19v-3.96 3.15"/><path d="M7 19h5"/><rect width="6" height="10" x="16" y="12" rx="2"/>`,star:b`<path d="M11.525 2.295a.53.53 0 0 1 .95 0l2.31 4.679a2.123 2.123 0 0 0 1.595 1.16l5.166.756a.53.53 0 0 1 .294.904l-3.736 3.638a2.123 2.123 0 0 0-.611 1.878l.882 5.14a.53.53 0 0 1-.771.56l-4.618-2.428a2.122 2.122 0 0 0-1.973 0L6.396 21.01a.53.53 0 0 1-.77-.56l.881-5.139a2.122 2.122 0 0 0-.611-1.879L2.16 9.795a.53.53 0 0 1 .294-.906l5.165-.755a2.122 2.122 0 0 0 1.597-1.16z"/>`,"undo-2":b`<path d="M9 14 4 9l5-5"/><path d="M4 9h10.5a5.5 5.5 0 0 1 5.5 5.5a5.5 5.5 0 0 1-5.5 5.5H11"/>`,"alarm-clock":b`<circle cx="12" cy="13" r="8"/><path d="M12 9v4l2 2"/><path d="M5 3 2 6"/><path d="m22 6-3-3"/><path d="M6.38 18.7 4 21"/><path d="M17.64 18.67 20 21"/>`,users:b`<path d="M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2"/><path d="M16 3.128a4 4 0 0 1 0 7.744"/><path d="M22 21v-2a4 4 0 0 0-3-3.87"/><circle cx="9" cy="7" r="4"/>`,settings:b`<path d="M9.671 4.136a2.34 2.34 0 0 1 4.659 0 2.34 2.34 0 0 0 3.319 1.915 2.34 2.34 0 0 1 2.33 4.033 2.34 2.34 0 0 0 0 3.831 2.34 2.34 0 0 1-2.33 4.033 2.34 2.34 0 0 0-3.319 1.915 2.34 2.34 0 0 1-4.659 0 2.34 2.34 0 0 0-3.32-1.915 2.34 2.34 0 0 1-2.33-4.033 2.34 2.34 0 0 0 0-3.831A2.34 2.34 0 0 1 6.35 6.051a2.34 2.34 0 0 0 3.319-1.915"/><circle cx="12" cy="12" r="3"/>`,"trash-2":b`<path d="M10 11v6"/><path d="M14 11v6"/><path d="M19 6v14a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V6"/><path d="M3 6h18"/><path d="M8 6V4a2 2 0 0 1 2-2h4a2 2 0 0 1 2 2v2"/>`,search:b`<path d="m21 21-4.34-4.34"/><circle cx="11" cy="11" r="8"/>`,bell:b`<path d="M10.268 21a2 2 0 0 0 3.464 0"/><path d="M3.262 15.326A1 1 0 0 0 4 17h16a1 1 0 0 0 .74-1.673C19.41 13.956 18 12.499 18 8A6 6 0 0 0 6 8c0 4.499-1.411 5.956-2.738 7.326"/>`,play:b`<path d="M5 5a2 2 0 0 1 3.008-1.728l11.997 6.998a2 2 0 0 1 .003 3.458l-12 7A2 2 0 0 1 5 19z"/>`,pause:b`<rect x="14" y="3" width="5" height="18" rx="1"/><rect x="5" y="3" width="5" height="18" rx="1"/>`,paperclip:b`<path d="m16 6-8.414 8.586a2 2 0 0 0 2.829 2.829l8.414-8.586a4 4 0 1 0-5.657-5.657l-8.379 8.551a6 6 0 1 0 8.485 8.485l8.379-8.551"/>`,file:b`<path d="M6 22a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2h8a2.4 2.4 0 0 1 1.704.706l3.588 3.588A2.4 2.4 0 0 1 20 8v12a2 2 0 0 1-2 2z"/><path d="M14 2v5a1 1 0 0 0 1 1h5"/>`,"audio-lines":b`<path d="M2 10v3"/><path d="M6 6v11"/><path d="M10 3v18"/><path d="M14 8v7"/><path d="M18 5v13"/><path d="M22 10v3"/>`,download:b`<path d="M12 15V3"/><path d="M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4"/><path d="m7 10 5 5 5-5"/>`,mic:b`<path d="M12 19v3"/><path d="M19 10v2a7 7 0 0 1-14 0v-2"/><rect x="9" y="2" width="6" height="13" rx="3"/>`,"volume-2":b`<path d="M11 4.702a.705.705 0 0 0-1.203-.498L6.413 7.587A1.4 1.4 0 0 1 5.416 8H3a1 1 0 0 0-1 1v6a1 1 0 0 0 1 1h2.416a1.4 1.4 0 0 1 .997.413l3.383 3.384A.705.705 0 0 0 11 19.298z"/><path d="M16 9a5 5 0 0 1 0 6"/><path d="M19.364 18.364a9 9 0 0 0 0-12.728"/>`,"arrow-right":b`<path d="M5 12h14"/><path d="m12 5 7 7-7 7"/>`,"arrow-up-down":b`<path d="m21 16-4 4-4-4"/><path d="M17 20V4"/><path d="m3 8 4-4 4 4"/><path d="M7 4v16"/>`,"list-filter":b`<path d="M2 5h20"/><path d="M6 12h12"/><path d="M9 19h6"/>`,smile:b`<circle cx="12" cy="12" r="10"/><path d="M8 14s1.5 2 4 2 4-2 4-2"/><line x1="9" x2="9.01" y1="9" y2="9"/><line x1="15" x2="15.01" y1="9" y2="9"/>`,"square-slash":b`<rect width="18" height="18" x="3" y="3" rx="2"/><line x1="9" x2="15" y1="15" y2="9"/>`,bold:b`<path d="M6 12h9a4 4 0 0 1 0 8H7a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1h7a4 4 0 0 1 0 8"/>`,list:b`<path d="M3 5h.01"/><path d="M3 12h.01"/><path d="M3 19h.01"/><path d="M8 5h13"/><path d="M8 12h13"/><path d="M8 19h13"/>`,link:b`<path d="M10 13a5 5 0 0 0 7.54.54l3-3a5 5 0 0 0-7.07-7.07l-1.72 1.71"/><path d="M14 11a5 5 0 0 0-7.54-.54l-3 3a5 5 0 0 0 7.07 7.07l1.71-1.71"/>`,plus:b`<path d="M5 12h14"/><path d="M12 5v14"/>`,tag:b`<path d="M12.586 2.586A2 2 0 0 0 11.172 2H4a2 2 0 0 0-2 2v7.172a2 2 0 0 0 .586 1.414l8.704 8.704a2.426 2.426 0 0 0 3.42 0l6.58-6.58a2.426 2.426 0 0 0 0-3.42z"/><circle cx="7.5" cy="7.5" r=".5" fill="currentColor"/>`,"at-sign":b`<circle cx="12" cy="12" r="4"/><path d="M16 8v5a3 3 0 0 0 6 0v-1a10 10 0 1 0-4 8"/>`,"map-pin":b`<path d="M20 10c0 4.993-5.539 10.193-7.399 11.799a1 1 0 0 1-1.202 0C9.539 20.193 4 14.993 4 10a8 8 0 0 1 16 0"/><circle cx="12" cy="10" r="3"/>`,"list-checks":b`<path d="M13 5h8"/><path d="M13 12h8"/><path d="M13 19h8"/><path d="m3 17 2 2 4-4"/><path d="m3 7 2 2 4-4"/>`},q=(e,t=16)=>l`<svg class="icon" viewBox="0 0 24 24" width=${t} height=${t} aria-hidden="true">${Ea[e]}</svg>`;var Sa=/[\u3400-\u9fff\uf900-\ufaff]/;function Ke(e){let t=e.trim().split(/\s+/),n=t.at(-1);if(Sa.test(n))return[...n].at(-1)??"";let a=[...t[0]][0]??"";return(t.length>1?a+([...n][0]??""):a).toUpperCase()}var Ta=6;function Oa(e){let t=0;for(let n of e)t=t*31+n.codePointAt(0)>>>0;return t%Ta+1}var ut=(e,t="")=>e.picture?l`<img class="avatar ${t}" src="/p/${e.picture}" alt="" width="36" height="36" />`:l`<span class="avatar ${t} tint-${Oa(e.id)}" aria-hidden="true"
    >${t==="tiny"?[...Ke(e.name)][0]:Ke(e.name)}</span
  >`;var cr=l`<span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>`;var pt=typeof navigator<"u"&&/Mac|iPhone|iPad/.test(navigator.platform),Ca={Enter:"↵",Escape:"Esc",ArrowUp:"↑",ArrowDown:"↓",ArrowLeft:"←",ArrowRight:"→"," ":"Space",Backspace:"⌫",Delete:"Del"},Pa=new Set(["Shift","Control","Alt","Meta","AltGraph","CapsLock","Fn","Dead","Process","Unidentified"]),js=/^\p{L}$/u;function _e(e,t=pt){if(e.isComposing||e.keyCode===229||Pa.has(e.key))return null;let n=e.getModifierState?.("AltGraph")??!1,a=t?e.metaKey:e.ctrlKey&&!n;if(t?e.ctrlKey:e.metaKey)return null;let{key:o}=e,r=/^Key([A-Z])$/.exec(e.code??"");o.length===1&&o.charCodeAt(0)>127&&r&&(o=r[1]);let u=js.test(o),c=o.length>1||o===" ",d=[];return a&&d.push("mod"),e.altKey&&!n&&d.push("Alt"),e.shiftKey&&(u||c)&&d.push("Shift"),d.push(u?o.toLowerCase():o),d.join("+")}function St(e){let t=e.trim().split(/ +/).filter(Boolean);if(t.length===0||t.length>2)return null;let n=t.map(a=>{let i=a.split("+"),o=a.endsWith("+")?"+":i.at(-1),r=i.slice(0,a.endsWith("+")?-2:-1).map(p=>p.toLowerCase());if(!r.every(p=>["mod","alt","shift"].includes(p)))return null;let c=js.test(o)?o.toLowerCase():o.length>1?o[0].toUpperCase()+o.slice(1):o;return[...[["mod","mod"],["alt","Alt"],["shift","Shift"]].flatMap(([p,_])=>r.includes(p)?[_]:[]),c].join("+")});return n.every(Boolean)?n.join(" "):null}function mt(e,t=pt){return e?e.split(" ").flatMap(n=>(n==="+"?["+"]:n.split("+")).map(i=>i==="mod"?t?"⌘":"Ctrl":i==="Shift"?t?"⇧":"Shift":i==="Alt"?t?"⌥":"Alt":Ca[i]??(i.length===1?i.toUpperCase():i))):[]}var Us=e=>mt(e).join(pt?"":" "),qs=e=>e.startsWith("mod+")||e.startsWith("Alt+");var $e=[],Ia=0,Da=0;var Na=()=>!!history.state?.layer&&!$e.some(e=>e.id===history.state.layer);function be(e){let t=Ia+=1;return history[Na()?"replaceState":"pushState"]({...history.state,layer:t},""),$e.push({id:t,close:e}),()=>{let n=$e.findIndex(a=>a.id===t);n<0||($e.splice(n,1),setTimeout(()=>{history.state?.layer===t&&(Da+=1,history.back())}))}}var Bs=6,X=null,Yt=null,We=null;function La(e){let t=l`${e.mark?l`<span class="menu-mark">${e.mark}</span>`:f}<span class="menu-label"
      >${e.label}</span
    >${e.hint?l`<span class="menu-hint">${e.hint}</span>`:f}${e.checked?l`<span class="menu-check">${q("check")}</span>`:f}`;if(e.href)return l`<a class="menu-item" role="menuitem" tabindex="-1" href=${e.href} target="_blank" rel="noopener">${t}</a>`;let n=()=>{ye(),e.run?.()};return e.checked===void 0?l`<button class="menu-item" role="menuitem" tabindex="-1" @click=${n}>${t}</button>`:l`<button class="menu-item" role="menuitemradio" aria-checked=${e.checked} tabindex="-1" @click=${n}>
        ${t}
      </button>`}function Ha(e){let t=[...X?.querySelectorAll(".menu-item")??[]],n=t.indexOf(document.activeElement),a={ArrowDown:n+1,ArrowUp:n-1,Home:0,End:t.length-1}[e.key];if(e.key==="Tab")return ye();a!==void 0&&(e.preventDefault(),t[(a+t.length)%t.length]?.focus())}function Ra(e,t,n){let{width:a,height:i}=e.getBoundingClientRect(),o=Math.max(8,Math.min(t.left,innerWidth-a-8)),r=t.bottom+Bs,u=n||r+i>innerHeight-8?Math.max(8,t.top-Bs-i):r;e.style.setProperty("left",`${o}px`),e.style.setProperty("top",`${u}px`)}function ye(){X?.matches(":popover-open")&&X.hidePopover()}function gt(e,t,n,a={}){if(X?.matches(":popover-open")){let r=Yt===e;if(ye(),r)return}X||(X=document.createElement("div"),X.className="menu",X.popover="auto",X.addEventListener("keydown",Ha),X.addEventListener("toggle",r=>{r.newState==="closed"&&(We?.(),We=null,Yt?.setAttribute("aria-expanded","false"),(document.activeElement===document.body||X?.contains(document.activeElement))&&Yt?.focus(),Yt=null)}),(document.querySelector("main")??document.body).append(X));let i=X;Yt=e,Z(l`${a.head??f}
      <div role="menu" aria-label=${t}>
        ${n.filter(r=>r.items.length>0).map(r=>l`<div class="menu-group" role="group" aria-label=${r.label??t}>
              ${r.label?l`<div class="menu-head" aria-hidden="true">${r.label}</div>`:f}
              ${r.items.map(La)}
            </div>`)}
      </div>`,i),e.setAttribute("aria-expanded","true"),i.showPopover(),matchMedia("(max-width: 720px)").matches&&(We=be(ye)),Ra(i,e.getBoundingClientRect(),a.above??!1),(i.querySelector('[aria-checked="true"]')??i.querySelector(".menu-item"))?.focus()}var ja=["online","away","offline"],Ua=["auto","light","dark"],qa={auto:"sun-moon",light:"sun",dark:"moon"},Ba=[{id:"zh-CN",label:"中文"},{id:"en",label:"English"}];function Fs(e,t,n,a="inbox"){let i=()=>l`<div class="me-head">
      ${ut(e.agent)}
      <div><strong>${e.agent.name}</strong><span>${e.agent.email}</span></div>
    </div>`,o=r=>gt(r.currentTarget,s("agent.menu"),[{label:s("agent.state"),items:ja.map(u=>({label:s(`agent.state_${u}`),mark:l`<i class="presence ${u==="online"?"on":u}"></i>`,checked:e.agent.availability===u,run:()=>n.availability(u)}))},{label:s("agent.language"),items:Ba.map(({id:u,label:c})=>({label:c,checked:D===u,run:()=>n.language(u)}))},{label:s("agent.theme"),items:Ua.map(u=>({label:s(`agent.theme_${u}`),mark:q(qa[u]),checked:t.theme.value===u,run:()=>n.theme(u)}))},{items:[...t.phone.value?[]:[{label:s("agent.keys"),hint:"?",mark:q("keyboard"),run:()=>t.dialog.value="keys"},{label:s("agent.docs"),mark:q("book-open"),href:"/docs"}]]},{items:[{label:s("agent.sign_out"),mark:q("log-out"),run:()=>n.signOut(!1)},{label:s("agent.sign_out_everywhere"),mark:q("power"),run:()=>n.signOut(!0)}]}],{above:!0,head:i()});return()=>{e.ticks.frame.value;let r=e.book.counts?.waiting??0,u=e.book.counts?.mentions??0,c=e.book.counts?.mentions_unread??0,d=e.agent.availability,p=document.querySelector('meta[name="assets"]')?.getAttribute("content")??"";return l`<img class="rail-logo" src="${p}/img/logo.svg" width="36" height="36" alt="" />
      <a class="rail-item" href="/inbox" aria-current=${a==="inbox"?"page":f}>
        <span class="rail-icon"
          >${q("inbox",t.phone.value?24:20)}${r?l`<span class="badge" aria-hidden="true">${r>99?"99+":r}</span>`:f}</span
        >
        <span>${s("inbox.title")}</span>
        ${r?l`<span class="hidden">${B("inbox.waiting_count",r)}</span>`:f}
      </a>
      ${u||c?l`<a
            class="rail-item"
            href="/inbox?view=mentions"
            @click=${_=>{!n.mentions||_.ctrlKey||_.metaKey||_.shiftKey||(_.preventDefault(),n.mentions())}}
          >
            <span class="rail-icon"
              >${q("at-sign",t.phone.value?24:20)}${c?l`<span class="badge" aria-hidden="true">${c>99?"99+":c}</span>`:f}</span
            >
            <span>${s("inbox.view_mentions")}</span>
            ${c?l`<span class="hidden">${B("inbox.mentions_unread",c)}</span>`:f}
          </a>`:f}
      <button
        class="rail-item rail-find"
        aria-haspopup="dialog"
        aria-keyshortcuts=${pt?"Meta+K":"Control+K"}
        title=${`${s("palette.title")} · ${Us("mod+k")}`}
        @click=${n.palette}
      >
        <span class="rail-icon">${q("search",t.phone.value?24:20)}</span><span>${s("palette.find")}</span>
      </button>
      <a class="rail-item" href="/settings" aria-current=${a==="settings"?"page":f}>
        <span class="rail-icon">${q("settings",t.phone.value?24:20)}</span>
        <span>${s("settings.title")}</span>
      </a>
      <button
        class="rail-me"
        aria-haspopup="menu"
        aria-expanded="false"
        @click=${o}
      >
        <span class="me-face">${ut(e.agent)}<i class="presence ${d==="online"?"on":d}"></i></span>
        <span class="hidden">${s("agent.menu_of",{name:e.agent.name,state:s(`agent.state_${d}`)})}</span>
        <span class="only-phone" aria-hidden="true">${s("common.me")}</span>
      </button>`}}var zs=new Set([...[..."acvxwtnqrpfo"].map(e=>`mod+${e}`),"Tab","Shift+Tab","Escape"," ","ArrowUp","ArrowDown","ArrowLeft","ArrowRight","Home","End","PageUp","PageDown"]),we=new Set(["back","open","send","undo_send"]),ve="none";function Mt(e,t={}){let n=new Map,a=new Map,i=Object.entries(t).filter(([r])=>r in e&&!we.has(r));for(let[r,u]of i){let c=u===ve?"":St(u);c===null||c&&n.has(c)||(c&&n.set(c,r),a.set(r,c))}for(let[r,{key:u}]of Object.entries(e)){let c=u&&St(u);a.has(r)||!c||n.has(c)||(n.set(c,r),a.set(r,c))}let o=new Set([...n.keys()].filter(r=>r.includes(" ")).map(r=>r.split(" ")[0]));return{keyOf:r=>a.get(r)??"",actionOf:r=>n.get(r)??null,opens:r=>o.has(r),against(r,u){let c=St(u);if(!c)return{problem:"malformed"};if(zs.has(c)||zs.has(c.split(" ")[0]))return{problem:"reserved"};let d=n.get(c);return d&&d!==r?we.has(d)?{problem:"reserved"}:{problem:"taken",by:d}:o.has(c)||c.includes(" ")&&n.has(c.split(" ")[0])?{problem:"pair"}:null},keyless:()=>Object.keys(e).filter(r=>e[r].key&&!a.get(r))}}function ke(e,t,n,a){let i={...t},o=a===null?St(e[n].key):St(a)||"";a===null?delete i[n]:i[n]=o||ve;let r=Mt(e,t),u=o?r.actionOf(o):null;return u&&u!==n&&(i[u]=ve),Object.fromEntries(Object.entries(i).filter(([c,d])=>c in e&&d!==(St(e[c].key)??ve)))}var Fa=1500,za=e=>e instanceof HTMLElement&&(e.isContentEditable||/^(INPUT|TEXTAREA|SELECT)$/.test(e.tagName));function Gs({keymap:e,actions:t,waiting:n}){let a=null,i=null,o=()=>{a!==null&&(clearTimeout(i),a=null,n?.(null))};addEventListener("keydown",r=>{if(r.defaultPrevented||r.repeat&&a)return;let u=_e(r);if(!u)return;if(document.querySelector("dialog[open], .menu:popover-open"))return o();let c=e(),d=!za(r.target),p=a===null?null:`${a} ${u}`,_=a!==null;if(o(),!_&&d&&c.opens(u)){a=u,i=setTimeout(o,Fa),n?.(u),r.preventDefault();return}let h=(p&&c.actionOf(p))??c.actionOf(u),m=h?t[h]:null;!m||!d&&!qs(u)&&!m.field||m.when?.()===!1||(r.preventDefault(),m.run())})}var Ye=(e,t)=>t===0||/[\s·.,/\-_:：，（(「]/.test(e[t-1]);function Ga(e,t){let n=-1;for(let a=t.indexOf(e);a>=0;a=t.indexOf(e,a+1))if(n<0&&(n=a),Ye(t,a)){n=a;break}if(n>=0)return{score:(n===0?e.length===t.length?100:60:Ye(t,n)?40:20)-n/100,spans:[[n,n+e.length]]};if(e.length<2)return null;for(let a=t.indexOf(e[0]);a>=0;a=t.indexOf(e[0],a+1)){let i=[[a,a+1]],o=a;for(let r of e.slice(1)){let u=t.indexOf(r,o+1);if(!(u>=0&&(u-o<=4||Ye(t,u)))){i.length=0;break}let d=i[i.length-1];u===d[1]?d[1]+=1:i.push([u,u+1]),o=u}if(i.length)return{score:5-i.length/10,spans:i}}return null}function Vs(e,t,n=""){let a=e.toLowerCase().split(/\s+/).filter(Boolean),i=t.toLowerCase(),o=n.toLowerCase(),r=0,u=[];for(let c of a){let d=Ga(c,i);if(d)r+=d.score,u.push(...d.spans);else if(o.includes(c))r+=1;else return null}return{score:r,spans:Va(u)}}function Va(e){let t=[];for(let[n,a]of e.sort((i,o)=>i[0]-o[0])){let i=t[t.length-1];i&&n<=i[1]?i[1]=Math.max(i[1],a):t.push([n,a])}return t}function Ks(e,t){let n=[],a=0;for(let[i,o]of t)i>a&&n.push({text:e.slice(a,i),hit:!1}),n.push({text:e.slice(i,o),hit:!0}),a=o;return a<e.length&&n.push({text:e.slice(a),hit:!1}),n}var Ka=["selection","conversation","assign","view","recent","settings","desk"],Wa=8,Ws=10;function Ys(e,t){let n=t.trim(),a=[];for(let r of e){if(!n){r.asked||a.push({entry:r,spans:[],score:0});continue}let u=Vs(n,r.label,`${r.hint??""} ${r.more??""}`);u&&a.push({entry:r,...u})}let i=a.filter(r=>r.score>=Ws||r.spans.length===0);i.some(r=>r.score>=Ws)&&(a=i);let o=Ka.map(r=>({name:r,hits:a.filter(u=>u.entry.group===r).sort((u,c)=>c.score-u.score).slice(0,Wa).map(({entry:u,spans:c})=>({entry:u,spans:c}))})).filter(r=>r.hits.length>0);return{groups:o,flat:o.flatMap(r=>r.hits)}}var Xs=(e,t,n)=>n===0?0:(e+t+n)%n;var Ya=e=>e?l`<span class="palette-keys">${mt(e).map(t=>l`<kbd>${t}</kbd>`)}</span>`:f;function Zs({entries:e,subject:t,next:n,phone:a}){let i=z(!1),o=z(""),r=z(0),u=z([]),c=Fe(()=>Ys(u.value,o.value)),d=null,p=()=>document.getElementById("palette"),_=()=>p()?.close(),h=()=>{i.value=!1,d?.(),d=null},m=()=>{if(i.peek())return _();u.value=e(),o.value="",r.value=0,i.value=!0,a()&&(d=be(_))},$=(w,v)=>{_(),w.run(),v&&w.next&&n()},g=w=>{r.value=Xs(r.value,w,c.value.flat.length),document.getElementById(`palette-${r.value}`)?.scrollIntoView({block:"nearest"})},S=w=>{if(w.isComposing||w.keyCode===229)return;let v={ArrowDown:1,ArrowUp:-1,PageDown:5,PageUp:-5}[w.key];if(v!==void 0)g(v);else if(w.key==="Enter"){let k=c.value.flat[r.value];k&&$(k.entry,w.metaKey||w.ctrlKey)}else if(w.key.toLowerCase()==="k"&&(pt?w.metaKey:w.ctrlKey))_();else return;w.preventDefault()},E=({entry:w,spans:v},k)=>{let y=k===r.value;return l`<div
      class="palette-item ${y?"active":""}"
      id="palette-${k}"
      role="option"
      aria-selected=${y}
      @click=${O=>$(w,O.metaKey||O.ctrlKey)}
      @pointermove=${()=>r.peek()!==k&&(r.value=k)}
    >
      <span class="palette-mark">${w.mark??f}</span>
      <span class="palette-label"
        ><span>${Ks(w.label,v).map(O=>O.hit?l`<b>${O.text}</b>`:O.text)}</span
        >${w.hint?l` <span class="palette-hint">${w.hint}</span>`:f}</span
      >
      ${w.current?l`<span class="palette-now">${q("check")}<span class="hidden">${s("palette.current")}</span></span>`:f}
      ${Ya(w.key??"")}
    </div>`},x=()=>{let w=0;return c.value.groups.map(v=>l`<div role="group" aria-labelledby="palette-head-${v.name}">
        <div class="palette-head" id="palette-head-${v.name}">
          ${s(`palette.group_${v.name}`,{subject:J(t)??""})}
        </div>
        ${v.hits.map(k=>E(k,w++))}
      </div>`)};return{open:m,close:_,view:()=>{if(!i.value)return f;let{flat:w}=c.value,v=J(t);return l`<dialog
        class="palette"
        id="palette"
        aria-label=${s("palette.title")}
        @close=${h}
        @click=${k=>k.target===k.currentTarget&&_()}
      >
        <div class="palette-field">
          ${v?l`<span class="palette-chip">${v}</span>`:l`<span class="palette-lens">${q("search",18)}</span>`}
          <input
            id="palette-query"
            type="text"
            role="combobox"
            aria-expanded="true"
            aria-controls="palette-list"
            aria-autocomplete="list"
            aria-activedescendant=${w.length?`palette-${r.value}`:f}
            aria-label=${v?s("palette.label_about",{subject:v}):s("palette.label")}
            placeholder=${s("palette.placeholder")}
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            enterkeyhint="go"
            @input=${k=>{o.value=k.target.value,r.value=0,document.getElementById("palette-list")?.scrollTo(0,0)}}
            @keydown=${S}
          />
          <button class="palette-esc" type="button" aria-label=${s("palette.close")} @click=${_}>
            <kbd class="no-phone">Esc</kbd><span class="only-phone">${q("x",20)}</span>
          </button>
        </div>
        <div class="palette-list" id="palette-list" role="listbox" aria-label=${s("palette.results")}>${x()}</div>
        ${w.length?f:l`<p class="palette-none">${s("palette.nothing",{query:o.value})}</p>`}
        <div class="palette-foot">
          <span class="no-phone" aria-hidden="true"
            ><span><kbd>↑</kbd><kbd>↓</kbd>${s("palette.key_move")}</span><span><kbd>↵</kbd>${s("palette.key_run")}</span
            ><span><kbd>${pt?"⌘↵":"Ctrl ↵"}</kbd>${s("palette.key_next")}</span></span
          >
          <span role="status">${B("palette.count",w.length)}</span>
        </div>
      </dialog>`},around:{after(){let w=p();!w||w.open||(w.showModal(),document.getElementById("palette-query")?.focus())}}}}var Xe=["mine","unassigned","open","waiting","snoozed","closed","mentions"];var Js=[{id:"channels",label:"settings.group_channels"},{id:"answering",label:"settings.group_answering"},{id:"team",label:"settings.group_team"},{id:"me",label:"settings.group_me"}],Xa=[{id:"widget",group:"channels",label:"settings.widget",keywords:"settings.find_widget",manage:!0},{id:"hours",group:"answering",label:"settings.hours",keywords:"settings.find_hours",manage:!0},{id:"canned",group:"answering",label:"settings.canned",keywords:"settings.find_canned",manage:!1},{id:"labels",group:"answering",label:"settings.labels",keywords:"settings.find_labels",manage:!1},{id:"blocks",group:"answering",label:"settings.blocks",keywords:"settings.find_blocks",manage:!1},{id:"team",group:"team",label:"settings.team",keywords:"settings.find_team",manage:!0},{id:"shop",group:"team",label:"settings.shop",keywords:"settings.find_shop",manage:!0},{id:"data",group:"team",label:"settings.data",keywords:"settings.find_data",manage:!0},{id:"about",group:"team",label:"settings.about",keywords:"settings.find_about",manage:!1},{id:"profile",group:"me",label:"settings.profile",keywords:"settings.find_profile",manage:!1},{id:"notifications",group:"me",label:"settings.notifications",keywords:"settings.find_notifications",manage:!1},{id:"sessions",group:"me",label:"settings.sessions",keywords:"settings.find_sessions",manage:!1},{id:"tokens",group:"me",label:"settings.tokens",keywords:"settings.find_tokens",manage:!1}],xe=e=>Xa.filter(t=>!t.manage||e!=="agent");var Ze=6e4,Je=60*Ze,Qe=24*Je,Za=new Intl.DateTimeFormat(D,{hour:"2-digit",minute:"2-digit",hourCycle:"h23"}),Ja=new Intl.DateTimeFormat(D,{weekday:"short"}),Jr=new Intl.DateTimeFormat(D,{weekday:"long"}),Qa=new Intl.DateTimeFormat(D,{day:"numeric",month:D==="zh-CN"?"long":"short"}),ti=new Intl.DateTimeFormat(D,{day:"numeric",month:"short",year:"numeric"}),Qr=new Intl.DateTimeFormat(D,{month:D==="zh-CN"?"short":"long"}),tl=new Intl.DateTimeFormat(D,{year:"numeric"}),ei=new Intl.DateTimeFormat(D,{dateStyle:"long",timeStyle:"medium",hourCycle:"h23"}),el=new Intl.DateTimeFormat(D,{dateStyle:"long",timeStyle:"short",hourCycle:"h23"});function si(e,t){let n=a=>new Date(a.getFullYear(),a.getMonth(),a.getDate()).getTime();return Math.round((n(new Date(t))-n(e))/Qe)}function ht(e,t){let n=Math.max(0,t-Date.parse(e));return n<Ze?s("common.now"):n<Je?s("common.minutes",{count:Math.floor(n/Ze)}):n<Qe?s("common.hours",{count:Math.floor(n/Je)}):s("common.days",{count:Math.floor(n/Qe)})}function Xt(e,t){let n=new Date(e),a=si(n,t);return a<=0?Za.format(n):a===1?s("common.yesterday"):a<7?Ja.format(n):n.getFullYear()===new Date(t).getFullYear()?Qa.format(n):ti.format(n)}var j=e=>ei.format(new Date(e));var Qs=e=>xe(e).map(t=>({id:`settings:${t.id}`,group:"settings",label:s("palette.settings_page",{name:s(t.label)}),more:`settings ${t.id} ${s(t.keywords)}`,mark:q("settings",18),asked:!0,run:()=>location.assign(`/settings/${t.id}`)}));var en=({csrf:e,signedOut:t})=>async(n,a,i)=>{try{return await Ne(n,`/api/v1${a}`,i,e)}catch(o){throw o instanceof et&&o.status===401&&t(),o}},ni=["image/png","image/jpeg","image/webp"],tn=120*1024;async function ai(e,t){let n=await createImageBitmap(e),a=Math.min(1,t/Math.max(n.width,n.height));if(a===1&&e.size<=tn&&ni.includes(e.type))return e;let i=document.createElement("canvas");for(let o=a;;o*=.8){i.width=Math.max(1,Math.round(n.width*o)),i.height=Math.max(1,Math.round(n.height*o)),i.getContext("2d").drawImage(n,0,0,i.width,i.height);let r=await new Promise(u=>i.toBlob(u,"image/webp",.85));if(r&&(r.size<=tn||o<.1))return r}}var sn=({csrf:e,signedOut:t})=>async(n,a)=>{let i=await ai(n,a).catch(()=>{throw new et(400,{code:"invalid"},null)}),o;try{o=await fetch("/api/v1/pictures",{method:"POST",headers:{"x-csrf-token":e,"content-type":i.type||"application/octet-stream"},credentials:"same-origin",body:i})}catch{throw new et(0,null,null)}if(o.status===401&&t(),!o.ok)throw new et(o.status,null,null);return(await o.json()).picture};var ii={search:b`<path d="m21 21-4.34-4.34"/><circle cx="11" cy="11" r="8"/>`,bubble:b`<path d="M2.992 16.342a2 2 0 0 1 .094 1.167l-1.065 3.29a1 1 0 0 0 1.236 1.168l3.413-.998a2 2 0 0 1 1.099.092 10 10 0 1 0-4.777-4.719"/>`,out:b`<path d="M15 3h6v6"/><path d="M10 14 21 3"/><path d="M18 13v6a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2h6"/>`,users:b`<path d="M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2"/><path d="M16 3.128a4 4 0 0 1 0 7.744"/><path d="M22 21v-2a4 4 0 0 0-3-3.87"/><circle cx="9" cy="7" r="4"/>`,user:b`<path d="M19 21v-2a4 4 0 0 0-4-4H9a4 4 0 0 0-4 4v2"/><circle cx="12" cy="7" r="4"/>`,check:b`<path d="M20 6 9 17l-5-5"/>`,done:b`<circle cx="12" cy="12" r="10"/><path d="m16 9-5.5 5.5L8 12"/>`,alert:b`<circle cx="12" cy="12" r="10"/><line x1="12" x2="12" y1="8" y2="12"/><line x1="12" x2="12.01" y1="16" y2="16"/>`,copy:b`<rect width="14" height="14" x="8" y="8" rx="2" ry="2"/><path d="M4 16c-1.1 0-2-.9-2-2V4c0-1.1.9-2 2-2h10c1.1 0 2 .9 2 2"/>`,clock:b`<circle cx="12" cy="12" r="10"/><path d="M12 6v6l4 2"/>`,quote:b`<path d="M22 17a2 2 0 0 1-2 2H6.828a2 2 0 0 0-1.414.586l-2.202 2.202A.71.71 0 0 1 2 21.286V5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2z"/><path d="M7 11h10"/><path d="M7 15h6"/><path d="M7 7h8"/>`,tag:b`<path d="M12.586 2.586A2 2 0 0 0 11.172 2H4a2 2 0 0 0-2 2v7.172a2 2 0 0 0 .586 1.414l8.704 8.704a2.426 2.426 0 0 0 3.42 0l6.58-6.58a2.426 2.426 0 0 0 0-3.42z"/><circle cx="7.5" cy="7.5" r=".5" fill="currentColor"/>`,store:b`<path d="M15 21v-5a1 1 0 0 0-1-1h-4a1 1 0 0 0-1 1v5"/><path d="M17.774 10.31a1.12 1.12 0 0 0-1.549 0 2.5 2.5 0 0 1-3.451 0 1.12 1.12 0 0 0-1.548 0 2.5 2.5 0 0 1-3.452 0 1.12 1.12 0 0 0-1.549 0 2.5 2.5 0 0 1-3.77-3.248l2.889-4.184A2 2 0 0 1 7 2h10a2 2 0 0 1 1.653.873l2.895 4.192a2.5 2.5 0 0 1-3.774 3.244"/><path d="M4 10.95V19a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-8.05"/>`,drive:b`<path d="M10 16h.01"/><path d="M2.212 11.577a2 2 0 0 0-.212.896V18a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2v-5.527a2 2 0 0 0-.212-.896L18.55 5.11A2 2 0 0 0 16.76 4H7.24a2 2 0 0 0-1.79 1.11z"/><path d="M21.946 12.013H2.054"/><path d="M6 16h.01"/>`,info:b`<circle cx="12" cy="12" r="10"/><path d="M12 16v-4"/><path d="M12 8h.01"/>`,bell:b`<path d="M10.268 21a2 2 0 0 0 3.464 0"/><path d="M3.262 15.326A1 1 0 0 0 4 17h16a1 1 0 0 0 .74-1.673C19.41 13.956 18 12.499 18 8A6 6 0 0 0 6 8c0 4.499-1.411 5.956-2.738 7.326"/>`,monitor:b`<rect width="20" height="14" x="2" y="3" rx="2"/><path d="M8 21h8"/><path d="M12 17v4"/>`,smartphone:b`<rect width="14" height="20" x="5" y="2" rx="2" ry="2"/><path d="M12 18h.01"/>`,code:b`<path d="m18 16 4-4-4-4"/><path d="m6 8-4 4 4 4"/><path d="m14.5 4-5 16"/>`,more:b`<path d="M5 12h.01M12 12h.01M19 12h.01" stroke-width="2.5"/>`,plus:b`<path d="M5 12h14"/><path d="M12 5v14"/>`,lock:b`<rect width="18" height="11" x="3" y="11" rx="2" ry="2"/><path d="M7 11V7a5 5 0 0 1 10 0v4"/>`,x:b`<path d="M18 6 6 18"/><path d="m6 6 12 12"/>`,trash:b`<path d="M10 11v6"/><path d="M14 11v6"/><path d="M19 6v14a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V6"/><path d="M3 6h18"/><path d="M8 6V4a2 2 0 0 1 2-2h4a2 2 0 0 1 2 2v2"/>`,pencil:b`<path d="M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z"/><path d="m15 5 4 4"/>`,download:b`<path d="M12 15V3"/><path d="M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4"/><path d="m7 10 5 5 5-5"/>`,up:b`<path d="m18 15-6-6-6 6"/>`,down:b`<path d="m6 9 6 6 6-6"/>`,sun:b`<circle cx="12" cy="12" r="4"/><path d="M12 2v2"/><path d="M12 20v2"/><path d="m4.93 4.93 1.41 1.41"/><path d="m17.66 17.66 1.41 1.41"/><path d="M2 12h2"/><path d="M20 12h2"/><path d="m6.34 17.66-1.41 1.41"/><path d="m19.07 4.93-1.41 1.41"/>`,moon:b`<path d="M20.985 12.486a9 9 0 1 1-9.473-9.472c.405-.022.617.46.402.803a6 6 0 0 0 8.268 8.268c.344-.215.825-.004.803.401"/>`,square:b`<path d="M22 17a2 2 0 0 1-2 2H6.828a2 2 0 0 0-1.414.586l-2.202 2.202A.71.71 0 0 1 2 21.286V5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2z"/>`,headset:b`<path d="M3 11h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-5Zm0 0a9 9 0 1 1 18 0m0 0v5a2 2 0 0 1-2 2h-1a2 2 0 0 1-2-2v-3a2 2 0 0 1 2-2h3Z"/><path d="M21 16v2a4 4 0 0 1-4 4h-5"/>`,leaf:b`<path d="M11 20A7 7 0 0 1 9.8 6.1C15.5 5 17 4.48 19 2c1 2 2 4.18 2 8 0 5.5-4.78 10-10 10Z"/><path d="M2 21c0-3 1.85-5.36 5.08-6C9.5 14.52 12 13 13 12"/>`,"chevron-left":b`<path d="m15 18-6-6 6-6"/>`,"chevron-right":b`<path d="m9 18 6-6-6-6"/>`},T=(e,t=16)=>l`<svg class="icon" viewBox="0 0 24 24" width=${t} height=${t} aria-hidden="true">${ii[e]}</svg>`;var oi=5e3,ri={widget:"bubble",hours:"clock",canned:"quote",labels:"tag",blocks:"lock",team:"users",shop:"store",data:"drive",about:"info",profile:"user",notifications:"bell",sessions:"monitor",tokens:"code"};function nn({me:e,asked:t,shown:n,schedule:a,phone:i}){let o=document.getElementById("settings"),r=null,u=null,c=null,d=null,p="",_=!1,h=!1,m=()=>{_||(_=!0,a(()=>{_=!1,ne()}))},$=(A,P={})=>{clearTimeout(c),u={text:A,bad:P.bad??!1,action:P.action},c=setTimeout(()=>{u=null,m()},oi),m()},g=A=>{let I={0:"error.unreachable",403:"error.forbidden",404:"error.not_found",409:"error.conflict",429:"error.rate_limited",503:"error.unavailable",400:"error.invalid",422:"error.invalid"}[A?.status];$(I?s(I):s("error.unexpected"),{bad:!0})},S=A=>new Promise(P=>{d={...A,typed:"",answer:I=>{d=null,m(),P(I)}},m()}),E=()=>r?.form?r.form.changes.length:0,x=async()=>{if(!(!r?.form||E()===0))try{await r.form.save()?$(s("settings_frame.saved")):requestAnimationFrame(()=>o.querySelector('[aria-invalid="true"]')?.focus())}catch(A){g(A)}};o.addEventListener("click",A=>{let P=A.target.closest?.("[data-adds]"),I=P?.closest(".field-card, .day-ranges, section");P&&I&&a(()=>I.querySelector(P.dataset.adds??"")?.focus())}),o.addEventListener("click",async A=>{let P=A.target.closest?.("a[href]");!(P instanceof HTMLAnchorElement)||P.target||P.origin!==location.origin||E()===0||A.metaKey||A.ctrlKey||A.shiftKey||(A.preventDefault(),!await S({title:s("settings_frame.leave_title"),text:B("settings_frame.leave_text",E()),confirm:s("settings_frame.leave"),cancel:s("settings_frame.stay")}))||(h=!0,location.assign(P.href))}),addEventListener("beforeunload",A=>{!h&&E()>0&&A.preventDefault()});let w=/Mac|iPhone|iPad/.test(navigator.platform);addEventListener("keydown",A=>{A.isComposing||document.querySelector("dialog[open], .menu:popover-open")||((w?A.metaKey:A.ctrlKey)&&A.key.toLowerCase()==="s"?(A.preventDefault(),x()):A.key==="/"&&!(A.target instanceof HTMLElement&&/^(INPUT|TEXTAREA|SELECT)$/.test(A.target.tagName))&&(A.preventDefault(),document.getElementById("settings-search")?.focus()))});let v=xe(e.agent.role),k=()=>{let A=p.trim().toLowerCase().split(/\s+/).filter(Boolean);return v.filter(P=>{let I=`${s(P.label)} ${s(P.keywords)}`.toLowerCase();return A.every(F=>I.includes(F))})},y=()=>{let A=k(),P=t||(i()?"":n),I=s("settings.title");return l`${P?l`<p class="pages-title">${I}</p>`:l`<h1 class="pages-title">${I}</h1>`}
      <div class="pages-search" role="search">
        ${T("search")}
        <input
          id="settings-search"
          type="search"
          placeholder=${s("settings_frame.search")}
          aria-label=${s("settings_frame.search")}
          autocomplete="off"
          .value=${C(p)}
          @input=${F=>{p=F.target.value,m()}}
          @keydown=${F=>{F.isComposing||(F.key==="Enter"&&A[0]&&o.querySelector(".pages-link")?.click(),F.key==="Escape"&&p&&(p="",m()))}}
        /><kbd class="no-phone" aria-hidden="true">/</kbd>
      </div>
      <nav class="pages-list" aria-label=${s("settings.title")}>
        ${Js.map(F=>{let Bt=A.filter(ct=>ct.group===F.id);return Bt.length===0?f:l`<p class="pages-group" id="group-${F.id}">${s(F.label)}</p>
            <ul aria-labelledby="group-${F.id}">
              ${Bt.map(ct=>l`<li>
                    <a class="pages-link" href="/settings/${ct.id}" aria-current=${ct.id===P?"page":f}
                      >${T(ri[ct.id])}<span>${s(ct.label)}</span>${T("chevron-right")}</a
                    >
                  </li>`)}
            </ul>`})}
        ${A.length===0?l`<p class="pages-none" role="status">${s("settings_frame.nothing",{text:p})}</p>`:f}
      </nav>`},O=()=>{let A=r?.form;if(!A||A.phase!=="ready")return f;let P=A.changes.length,I=Object.keys(A.errors).length,F=r?.words??{save:"settings_frame.make_live",changes:"settings_frame.not_live"};return l`<footer class="page-bar" data-changes=${P}>
      <p role="status">
        ${I?l`<span class="bad">${B("settings_frame.wrong",I)}</span>`:P?B(F.changes,P):s("settings_frame.all_saved")}
      </p>
      ${P?l`<button type="button" class="button quiet" @click=${()=>A.revert()}>${s("settings_frame.revert")}</button>
            <button type="button" class="button primary" aria-busy=${A.busy} @click=${x}>
              ${s(F.save)}<kbd class="no-phone" aria-hidden="true">${w?"⌘":"Ctrl "}S</kbd>
            </button>`:f}
    </footer>`},N=()=>{if(!r)return f;let A=v.find(I=>I.id===n),P=r.form;return l`<section class="page" aria-labelledby="page-title">
        <header class="page-head">
          <a class="icon-button only-phone" href="/settings" aria-label=${s("common.back")}>${T("chevron-left",22)}</a>
          <h1 id="page-title" tabindex="-1">${A?s(A.label):""}</h1>
          ${r.status?.()??f}
        </header>
        ${r.tabs?l`<div class="page-tabs" role="tablist" aria-labelledby="page-title" @keydown=${H}>
              ${r.tabs.map(I=>l`<button
                    type="button"
                    role="tab"
                    id="tab-${I.id}"
                    aria-controls="page-body"
                    aria-selected=${I.id===r?.tab}
                    tabindex=${I.id===r?.tab?0:-1}
                    @click=${()=>r?.choose?.(I.id)}
                  >
                    ${I.label}
                  </button>`)}
            </div>`:f}
        <div
          class="page-body"
          id="page-body"
          role=${r.tabs?"tabpanel":f}
          aria-labelledby=${r.tabs?`tab-${r.tab}`:f}
          tabindex="0"
        >
          <div class="page-content">
            ${P?.phase==="failed"?l`<p class="page-failed" role="alert">
                  ${s("settings_frame.load_failed")}
                  <button type="button" class="text-button" @click=${()=>P.load()}>${s("common.retry")}</button>
                </p>`:P?.phase==="loading"?l`<p class="page-loading" role="status">${s("common.loading")}</p>`:r.body()}
          </div>
        </div>
        ${O()}
      </section>
      ${r.aside&&P?.phase!=="loading"&&P?.phase!=="failed"?r.aside():f}`};function H(A){let P=r?.tabs??[],I=P.findIndex(ct=>ct.id===r?.tab),F={ArrowRight:I+1,ArrowLeft:I-1,Home:0,End:P.length-1}[A.key];if(F===void 0)return;A.preventDefault();let Bt=P[(F+P.length)%P.length];r?.choose?.(Bt.id),requestAnimationFrame(()=>document.getElementById(`tab-${Bt.id}`)?.focus())}let Ot=()=>{if(!d)return f;let A=d,P=!A.type||A.typed.trim()===A.type;return l`<dialog
      class="dialog"
      aria-labelledby="dialog-title"
      @close=${()=>d===A&&A.answer(!1)}
      @click=${I=>I.target===I.currentTarget&&A.answer(!1)}
    >
      <form
        class="dialog-body"
        method="dialog"
        @submit=${I=>{I.preventDefault(),P&&A.answer(!0)}}
      >
        <h2 id="dialog-title">${A.title}</h2>
        ${A.text?l`<p>${A.text}</p>`:f} ${A.content??f}
        ${A.type?l`<div class="set-field dialog-type">
              <label for="dialog-typed">${s("settings_frame.type_it")} <code>${A.type}</code></label>
              <input
                id="dialog-typed"
                class="input mono"
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                .value=${C(A.typed)}
                @input=${I=>{A.typed=I.target.value,m()}}
              />
            </div>`:f}
        <div class="dialog-actions">
          <button type="button" class="button" @click=${()=>A.answer(!1)}>${A.cancel??s("settings_frame.cancel")}</button>
          <button type="submit" class="button primary" ?disabled=${!P}>${A.confirm}</button>
        </div>
      </form>
    </dialog>`};Z(l`<nav class="rail" aria-label=${s("inbox.navigation")}></nav>
      <section class="pages" aria-label=${s("settings_frame.pages")}></section>
      <div class="sheet page-sheet"></div>
      <div class="toasts" role="status"></div>
      <div class="dialogs"></div>
      <div class="palette-place"></div>`,o);let U=A=>o.querySelector(`.${A}`);function ne(){o.dataset.pane=t?"page":"list",o.dataset.aside=String(!!r?.aside),Z(y(),U("pages")),Z(t||!i()?N():f,U("page-sheet")),Z(u?l`<div class="toast ${u.bad?"toast-bad":""}">
            ${T(u.bad?"alert":"done",18)}<span>${u.text}</span>
            ${u.action?l`<button class="text-button" @click=${u.action.run}>${u.action.label}</button>`:f}
          </div>`:f,U("toasts")),Z(Ot(),U("dialogs"));let A=o.querySelector(".dialogs dialog");A instanceof HTMLDialogElement&&!A.open&&A.showModal()}return{rail:U("rail"),palette:U("palette-place"),changed:m,say:$,failed:g,ask:S,save:x,unsaved:E,show(A){r=A,A.start?.(),A.form&&A.form.load(),m()}}}var Lt=e=>`f-${e.replace(/[^\w-]/g,"-")}`;function K(e,t){let n=e.errors[t];return l`<p class="field-error" id="${Lt(t)}-error" role="alert">${n??""}</p>`}var ts=(e,t,n)=>l`<div class="set-label"><label for=${t}>${e}</label>${n?l`<span class="field-hint">${n}</span>`:f}</div>`;function Q(e,t,n){let a=Lt(t);return l`<div class="set-field">
    ${ts(n.label,a,n.note)}
    <div class="set-box">
      <input
        id=${a}
        class="input ${n.mono?"mono":""}"
        type=${n.type??"text"}
        placeholder=${n.placeholder??f}
        maxlength=${n.max??f}
        autocomplete=${n.autocomplete??"off"}
        inputmode=${n.inputmode??f}
        ?disabled=${n.disabled??!1}
        aria-invalid=${e.errors[t]?"true":f}
        aria-describedby="${a}-hint ${a}-error"
        .value=${C(e.get(t)??"")}
        @input=${i=>e.set(t,i.target.value)}
      />${n.tail??f}
    </div>
    <p class="field-hint" id="${a}-hint">${n.hint??f}</p>
    ${K(e,t)}
  </div>`}function ft(e,t,n){let a=Lt(t);return l`<div class="set-field">
    ${ts(n.label,a,n.note)}
    <textarea
      id=${a}
      class="input area ${n.mono?"mono":""}"
      rows=${n.rows??3}
      placeholder=${n.placeholder??f}
      maxlength=${n.max??f}
      aria-invalid=${e.errors[t]?"true":f}
      aria-describedby="${a}-hint ${a}-error"
      .value=${C(e.get(t)??"")}
      @input=${i=>e.set(t,i.target.value)}
    ></textarea>
    <p class="field-hint" id="${a}-hint">${n.hint??f}</p>
    ${K(e,t)}
  </div>`}var st=(e,t,n,a,i)=>l`<span class="select"
    ><select id=${e} aria-label=${i??f} @change=${o=>a(o.target.value)}>
      ${t.map(o=>l`<option value=${o.value} ?selected=${C(o.value===n)}>${o.label}</option>`)}
    </select></span
  >`;function an(e,t,n){let a=Lt(t);return l`<div class="set-field">
    ${ts(n.label,a,n.note)}
    ${st(a,n.options,String(e.get(t)),i=>e.set(t,i))}
    <p class="field-hint">${n.hint??f}</p>
    ${K(e,t)}
  </div>`}var Zt=(e,t,n,a,i=!1)=>l`<div class="set-switch">
    <label class="switch"
      ><input
        type="checkbox"
        role="switch"
        .checked=${C(e)}
        ?disabled=${i}
        @change=${o=>t(o.target.checked)}
      /><span>${n}</span></label
    >
    ${a?l`<p class="field-hint">${a}</p>`:f}
  </div>`,rt=(e,t,n,a)=>Zt(!!e.get(t),i=>e.set(t,i),n,a),L=(e,t,n,a)=>l`<div class="segments" role="group" aria-label=${e}>
    ${t.map(i=>l`<button
          type="button"
          class="segment"
          aria-pressed=${i.value===n}
          aria-label=${i.title??f}
          title=${i.title??f}
          @click=${()=>a(i.value)}
        >
          ${i.label}
        </button>`)}
  </div>`,M=(e,t,n,a)=>l`<section class="set-section">
    <div class="set-head">
      <div>
        <h2>${e}</h2>
        ${n?l`<p>${n}</p>`:f}
      </div>
      ${a??f}
    </div>
    ${t}
  </section>`;function li(e){let t=/^(\d{1,2})(?:\D?(\d{2}))?$/.exec(e.trim());if(!t)return e;let[n,a]=[Number(t[1]),Number(t[2]??0)];return n>24||a>59||n===24&&a>0?e:`${String(n).padStart(2,"0")}:${String(a).padStart(2,"0")}`}var _t=(e,t,n)=>l`<input
    class="input time"
    inputmode="numeric"
    maxlength="5"
    placeholder="09:00"
    autocomplete="off"
    aria-label=${e}
    .value=${C(t)}
    @input=${a=>n(a.target.value)}
    @change=${a=>n(li(a.target.value))}
  />`;function nt(e,t,n){return l`<div class="code" role="group" aria-label=${n??f}
    ><code tabindex="0">${t??e}</code
    ><button type="button" class="code-copy" @click=${async i=>{let o=i.currentTarget,r=o.querySelector(".copy-label");try{await navigator.clipboard.writeText(e)}catch{let u=o.parentElement?.querySelector("code");u&&getSelection()?.selectAllChildren(u);return}r.textContent=s("common.copied"),setTimeout(()=>r.textContent=s("common.copy"),2e3)}}>
      ${T("copy",14)}<span class="copy-label" aria-live="polite">${s("common.copy")}</span>
    </button></div
  >`}function G(e,t){let n={phase:"loading",value:null,async load(){n.value===null&&(n.phase="loading");try{n.value=await e(),n.phase="ready"}catch{n.value===null&&(n.phase="failed")}t()},view(a){return n.value!==null?a(n.value):n.phase==="loading"?l`<p class="page-loading" role="status">${s("common.loading")}</p>`:l`<p class="page-failed" role="alert">
        ${s("settings_frame.load_failed")}
        <button type="button" class="text-button" @click=${()=>n.load()}>${s("common.retry")}</button>
      </p>`}};return n}function on({call:e,changed:t,origin:n}){let a=G(()=>e("GET","/about"),t);return{start:a.load,body:()=>a.view(i=>{let o=[["version",i.version],["address",n],["started",j(i.started_at)],["seats",s("settings_about.seats_of",{used:i.seats.used,allowed:i.seats.allowed})],["schema",String(i.schema)],["sqlite",i.sqlite],["log",i.log_epoch]];return l`${M("servicedesk",l`<dl class="facts">${o.map(([r,u])=>l`<dt>${s(`settings_about.${r}`)}</dt><dd>${u}</dd>`)}</dl>`,s("settings_about.intro"),l`<a class="button" href="/docs">${s("settings_about.docs")}</a>`)}
          ${M(s("settings_about.licences"),l`<details class="licences">
              <summary>${s("settings_about.licences_count",{count:i.licences.length})}</summary>
              <div class="table-scroll" tabindex="0" role="region" aria-label=${s("settings_about.licences")}>
                <table>
                  <thead><tr><th scope="col">${s("settings_about.part")}</th><th scope="col">${s("settings_about.version")}</th><th scope="col">${s("settings_about.licence")}</th></tr></thead>
                  <tbody>${i.licences.map(r=>l`<tr><td>${r.name}</td><td>${r.version??f}</td><td>${r.licence}</td></tr>`)}</tbody>
                </table>
              </div>
            </details>`,s("settings_about.licences_intro"))}`})}}var ci=1440*60*1e3,di=["1","7","30","0"],ui=200,pi=5;function rn({call:e,changed:t,say:n,failed:a}){let i=G(async()=>{let h=e("GET","/agents?limit=200"),m=[],$="";for(let S=0;S<pi;S+=1){let E=await e("GET",`/blocks?limit=200${$?`&cursor=${encodeURIComponent($)}`:""}`);if(m.push(...E.items),$=E.next_cursor,!$)break}let g=new Map((await h).items.map(S=>[S.id,S.name]));return{items:m,agents:g}},t),o={open:!1,address:"",reason:"",days:"7",wrong:"",busy:!1},r=h=>h.address??h.name??s("settings_blocks.nameless"),u=async h=>{try{await e("DELETE",`/blocks/${h.id}`,{}),n(s("settings_blocks.lifted",{name:r(h)}))}catch(m){a(m)}await i.load()},c=()=>{o.open=!o.open,t(),o.open&&requestAnimationFrame(()=>document.getElementById("block-address")?.focus())},d=async h=>{if(h.preventDefault(),o.busy)return;o.busy=!0;let m=Number(o.days),$=m?new Date(Date.now()+m*ci).toISOString():null;try{let g=await e("POST","/blocks",{address:o.address.trim(),reason:o.reason.trim()||null,until:$});Object.assign(o,{open:!1,address:"",reason:"",wrong:""}),n(s("settings_blocks.added",{name:r(g)})),await i.load()}catch(g){let{code:S,field:E}=g;S==="invalid"&&E==="address"?o.wrong="settings_blocks.address_wrong":S==="block_limit"?o.wrong="settings_blocks.full":a(g)}o.busy=!1,t()},p=()=>l`<form class="set-stack" novalidate @submit=${d}>
    <div class="set-columns">
      <div class="set-field">
        <div class="set-label"><label for="block-address">${s("settings_blocks.address")}</label></div>
        <input
          id="block-address"
          class="input mono"
          autocomplete="off"
          placeholder="203.0.113.7"
          aria-invalid=${o.wrong?"true":f}
          aria-describedby="block-wrong block-hint"
          .value=${C(o.address)}
          @input=${h=>Object.assign(o,{address:h.target.value,wrong:""})}
        />
        <p class="field-hint" id="block-hint">${s("settings_blocks.address_hint")}</p>
        <p class="field-error" id="block-wrong" role="alert">${o.wrong?s(o.wrong):""}</p>
      </div>
      <div class="set-field">
        <div class="set-label"><label for="block-reason">${s("settings_blocks.reason")}</label></div>
        <input
          id="block-reason"
          class="input"
          autocomplete="off"
          maxlength=${ui}
          .value=${C(o.reason)}
          @input=${h=>o.reason=h.target.value}
        />
      </div>
    </div>
    <div class="set-actions">
      ${st("block-days",di.map(h=>({value:h,label:s(`settings_blocks.days_${h}`)})),o.days,h=>o.days=h,s("settings_blocks.for"))}
      <button class="button quiet" type="button" @click=${c}>${s("settings_frame.cancel")}</button>
      <button class="button primary" type="submit" aria-busy=${o.busy}>${s("settings_blocks.block")}</button>
    </div>
  </form>`,_=(h,m)=>{let $=Date.now(),g=[h.reason,h.agent_id?s("settings_blocks.by",{name:m.get(h.agent_id)??"?"}):s("settings_blocks.by_command"),Xt(h.blocked_at,$),h.until?s("settings_blocks.until",{time:j(h.until)}):null];return l`<li class="thing">
      <span class="thing-mark">${T(h.address?"monitor":"user")}</span>
      <div class="thing-what">
        <span class="thing-name">${r(h)}</span>
        <span class="thing-about" title=${j(h.blocked_at)}>${g.filter(Boolean).join(" · ")}</span>
      </div>
      <div class="thing-does">
        <button type="button" class="button" aria-label=${s("settings_blocks.lift_one",{name:r(h)})} @click=${()=>u(h)}>
          ${s("settings_blocks.lift")}
        </button>
      </div>
    </li>`};return{start:i.load,body:()=>i.view(({items:h,agents:m})=>M(s("settings_blocks.title"),l`${o.open?p():f}
          ${h.length?l`<ul class="things">
                ${h.map($=>_($,m))}
              </ul>`:l`<p class="field-hint">${s("settings_blocks.none")}</p>`}`,s("settings_blocks.intro"),o.open?f:l`<button type="button" class="button" @click=${c}>${s("settings_blocks.add")}</button>`))}}var mi=["contact.name","contact.email","agent.name","shop.name","page.title"];function ln({me:e,call:t,changed:n,say:a,failed:i,ask:o}){let r=e.agent.role!=="agent",u=G(async()=>(await t("GET","/canned")).items,n),c=()=>({open:!1,id:"",shortcut:"",title:"",text:"",shared:r,busy:!1,wrong:{}}),d=c(),p=(v,k)=>{d[v]=k,delete d.wrong[v],n()},_=async v=>{if(v.preventDefault(),d.busy)return;let{id:k,shortcut:y,title:O,text:N,shared:H}=d;d.busy=!0;try{k?await t("PATCH",`/canned/${k}`,{shortcut:y,title:O,text:N,shared:H}):await t("POST","/canned",{shortcut:y,title:O,text:N,shared:H}),a(s("settings_canned.kept",{name:O})),d=c(),await u.load()}catch(Ot){let{code:U="",field:ne=""}=Ot;d.busy=!1;let A=U==="shortcut_taken"?"shortcut":String(ne),P=`settings_canned.wrong_${U==="shortcut_taken"?"taken":ne}`;["shortcut","title","text"].includes(A)&&Ve(P)?(d.wrong={[A]:s(P)},requestAnimationFrame(()=>document.getElementById(`canned-${A}`)?.focus())):i(Ot)}n()},h=v=>{d={...c(),...v,open:!0},n(),requestAnimationFrame(()=>document.getElementById("canned-title")?.focus())},m=()=>{d={...c(),open:!d.open||d.id!==""},n(),d.open&&requestAnimationFrame(()=>document.getElementById("canned-title")?.focus())},$=async v=>{if(await o({title:s("settings_canned.delete_ask",{name:v.title}),confirm:s("settings_canned.delete")})){try{await t("DELETE",`/canned/${v.id}`,{}),d.id===v.id&&(d=c()),a(s("settings_canned.deleted",{name:v.title}))}catch(y){i(y)}await u.load()}},g=v=>{let k=document.getElementById("canned-text"),y=k?.selectionStart??d.text.length;p("text",`${d.text.slice(0,y)}{{${v}}}${d.text.slice(k?.selectionEnd??y)}`),k?.focus()},S=(v,k)=>l`<div class="set-field">
    <div class="set-label"><label for="canned-${v}">${s(`settings_canned.${v}`)}</label></div>
    <div class="set-box">
      <input
        id="canned-${v}"
        class="input"
        autocomplete="off"
        maxlength=${k}
        aria-invalid=${d.wrong[v]?"true":f}
        aria-describedby="canned-${v}-error"
        .value=${C(d[v])}
        @input=${y=>p(v,y.target.value)}
      />
    </div>
    <p class="field-error" id="canned-${v}-error" role="alert">${d.wrong[v]??""}</p>
  </div>`,E=()=>l`<form class="thing-edit" @submit=${_}>
      <div class="set-columns">${S("title",100)} ${S("shortcut",40)}</div>
      <div class="set-field">
        <div class="set-label"><label for="canned-text">${s("settings_canned.text")}</label></div>
        <textarea
          id="canned-text"
          class="input area"
          rows="4"
          maxlength="8000"
          aria-invalid=${d.wrong.text?"true":f}
          aria-describedby="canned-text-error"
          .value=${C(d.text)}
          @input=${v=>p("text",v.target.value)}
        ></textarea>
        <p class="field-error" id="canned-text-error" role="alert">${d.wrong.text??""}</p>
        <p class="field-hint">
          ${s("settings_canned.variables")}
          ${mi.map(v=>l`<button type="button" class="text-button" @click=${()=>g(v)}>${s(`settings_canned.var_${v.replace(".","_")}`)}</button> `)}
        </p>
      </div>
      ${r?Zt(d.shared,v=>(d.shared=v,n()),s("settings_canned.shared"),s("settings_canned.shared_hint")):f}
      <div class="set-box">
        <button class="button primary" type="submit" ?disabled=${!d.title.trim()||!d.shortcut.trim()||!d.text.trim()} aria-busy=${d.busy}>
          ${s(d.id?"settings_canned.save":"settings_canned.add")}
        </button>
        <button class="button" type="button" @click=${()=>(d=c(),n())}>${s("settings_canned.leave")}</button>
      </div>
    </form>`,x=(v,k)=>gt(k,v.title,[{items:[{label:s("settings_canned.change_it"),mark:T("pencil"),run:()=>h(v)}]},{items:[{label:s("settings_canned.delete"),mark:T("trash"),run:()=>$(v)}]}]),w=v=>l`<li class="thing">
      <span class="thing-mark">${T("quote")}</span>
      <div class="thing-what">
        <span class="thing-name">${v.title} <span class="chip">/${v.shortcut}</span>${v.shared?f:l`<span class="chip chip-line">${s("settings_canned.own")}</span>`}</span>
        <span class="thing-about">${v.text.slice(0,120)} · ${B("settings_canned.used",v.used)}</span>
      </div>
      ${v.shared&&!r?f:l`<div class="thing-does">
            <button
              type="button"
              class="icon-button"
              aria-haspopup="menu"
              aria-label=${s("settings_canned.more_of",{name:v.title})}
              title=${s("settings_canned.more_of",{name:v.title})}
              @click=${k=>x(v,k.currentTarget)}
            >
              ${T("more",18)}
            </button>
          </div>`}
    </li>`;return{start:u.load,body:()=>u.view(v=>M(s("settings_canned.list"),l`${d.open&&!d.id?E():f}
          ${v.length===0?l`<p class="nothing-yet">${s("settings_canned.none")}</p>`:l`<ul class="things">
                ${v.map(k=>d.open&&d.id===k.id?l`<li class="thing">${E()}</li>`:w(k))}
              </ul>`}`,s("settings_canned.intro"),l`<button type="button" class="button" aria-expanded=${d.open&&!d.id?"true":"false"} @click=${m}>${T("plus")}${s("settings_canned.new")}</button>`))}}var gi=400,hi=700,fi=18e4,es=new Intl.NumberFormat(D),cn=["byte","kilobyte","megabyte","gigabyte","terabyte"];function Ht(e){let t=0,n=e;for(;n>=1e3&&t<cn.length-1;)n/=1e3,t+=1;return new Intl.NumberFormat(D,{style:"unit",unit:cn[t],unitDisplay:"short",maximumFractionDigits:n<10&&t>0?1:0}).format(n)}var dn=e=>new Promise(t=>setTimeout(t,e));function un({me:e,call:t,changed:n,say:a,failed:i,ask:o}){let r=e.agent.role==="owner",u=G(()=>t("GET","/data"),n),c=G(()=>t("GET","/backups"),n),d=G(()=>t("GET","/setup/list"),n),p=!1,_=!1,h=null,m=async()=>{if(p)return;p=!0,await c.load();let k=!1;for(;c.value?.running;)k=!0,await dn(gi),await c.load();p=!1,k&&(c.value?.failed_at&&a(s("settings_data.backup_failed"),{bad:!0}),await u.load())},$=async()=>{try{let{name:k}=await t("POST","/backups",{});await m(),c.value?.items.some(y=>y.name===k)&&a(s("settings_data.backup_done"))}catch(k){i(k)}},g=async k=>{if(await o({title:s("settings_data.remove_ask"),text:s("settings_data.remove_means",{time:j(k.created_at)}),confirm:s("settings_data.remove")})){try{await t("DELETE",`/backups/${k.name}`,{}),a(s("settings_data.removed"))}catch(O){i(O)}await Promise.all([c.load(),u.load()])}},S=async k=>{if(!await o({title:s("settings_data.restore_ask"),text:s("settings_data.restore_means",{time:j(k.created_at)}),confirm:s("settings_data.restore"),type:k.name}))return;let O=c.value?.last_restore?.at??null;try{await t("POST",`/backups/${k.name}/restore`,{confirm:k.name})}catch(H){H?.code==="damaged_backup"?a(s("settings_data.damaged"),{bad:!0}):i(H);return}h="waiting",n();let N=Date.now()+fi;for(;Date.now()<N;){await dn(hi);try{let H=await t("GET","/backups");if(H.last_restore&&H.last_restore.at!==O){h=null,c.value=H,a(H.last_restore.done?s("settings_data.restored"):s("settings_data.not_restored"),{bad:!H.last_restore.done}),await Promise.all([u.load(),d.load()]);return}}catch{}}h="lost",n()},E=async k=>{if(!_){_=!0,n();try{await t(k?"POST":"DELETE","/demo-data",{}),a(s(k?"settings_data.demo_added":"settings_data.demo_removed"))}catch(y){i(y)}_=!1,await Promise.all([d.load(),u.load()])}},x=()=>u.view(k=>{let y=["database","wal","files","snapshots","backups"],O=y.reduce((N,H)=>N+k[`${H}_bytes`],0);return M(s("settings_data.room"),l`<ul class="bars">
            ${y.map(N=>{let H=k[`${N}_bytes`];return l`<li>
                <span>${s(`settings_data.${N}`)}</span>
                <meter class="amount" min="0" max=${Math.max(O,1)} value=${H} aria-label=${s(`settings_data.${N}`)}></meter>
                <span class="number">${Ht(H)}</span>
              </li>`})}
          </ul>
          <p class="thing-about">
            ${[B("settings_data.conversations",k.conversations,{n:es.format(k.conversations)}),B("settings_data.messages",k.messages,{n:es.format(k.messages)}),B("settings_data.contacts",k.contacts,{n:es.format(k.contacts)})].join(" · ")}
          </p>`,s("settings_data.room_intro",{used:Ht(O),free:Ht(k.disk_free_bytes)}))}),w=()=>c.view(({items:k,running:y})=>M(s("settings_data.backups"),l`${y?l`<div class="work" role="status">
                <span>${s("settings_data.running",{done:Ht(y.copied_bytes),all:Ht(y.total_bytes),time:ht(y.started_at,Date.now())})}</span>
                <progress class="seats" max=${Math.max(y.total_bytes,1)} value=${y.copied_bytes} aria-label=${s("settings_data.backups")}></progress>
              </div>`:f}
          ${k.length===0&&!y?l`<p class="nothing-yet">${s("settings_data.no_backups")}</p>`:f}
          <ul class="things">
            ${k.map(O=>l`<li class="thing">
                  <span class="thing-mark">${T("drive")}</span>
                  <div class="thing-what">
                    <span class="thing-name">${j(O.created_at)}</span>
                    <span class="thing-about">${O.name} · ${Ht(O.bytes)}</span>
                  </div>
                  <div class="thing-does">
                    ${r?l`<a class="icon-button" href="/api/v1/backups/${O.name}" download aria-label=${s("settings_data.fetch_one",{time:j(O.created_at)})} title=${s("settings_data.fetch")}>${T("download")}</a>
                          <button type="button" class="icon-button" aria-label=${s("settings_data.remove_one",{time:j(O.created_at)})} title=${s("settings_data.remove")} @click=${()=>g(O)}>${T("trash")}</button>
                          <button type="button" class="button" aria-label=${s("settings_data.restore_one",{time:j(O.created_at)})} ?disabled=${!!y} @click=${()=>S(O)}>${s("settings_data.restore")}</button>`:f}
                  </div>
                </li>`)}
          </ul>`,r?s("settings_data.backups_intro"):s("settings_data.backups_owner"),l`<button type="button" class="button primary" ?disabled=${!!y} @click=${$}>${s("settings_data.back_up")}</button>`)),v=()=>d.view(({demo_data:k})=>M(s("settings_data.demo"),"",k?s("settings_data.demo_there"):s("settings_data.demo_intro"),l`<button type="button" class="button" aria-busy=${_} @click=${()=>E(!k)}>${s(k?"settings_data.demo_remove":"settings_data.demo_add")}</button>`));return{start(){u.load(),d.load(),m()},body(){return h?l`<div class="waiting-desk" role="status">
          <h2>${s(`settings_data.${h}`)}</h2>
          <p>${s(`settings_data.${h}_text`)}</p>
          ${h==="waiting"?l`<progress class="seats" aria-label=${s("settings_data.waiting")}></progress>`:l`<a class="button" href="/settings/data">${s("common.retry")}</a>`}
        </div>`:l`${x()}${w()}${v()}`}}}var _i="Asia/Shanghai",$i=Date.UTC(2026,0,1);function pn(e,t){try{let a=new Intl.DateTimeFormat(t,{timeZone:e,timeZoneName:"longGeneric"}).formatToParts($i).find(i=>i.type==="timeZoneName")?.value??"";return/^(GMT|UTC)/.test(a)?"":a}catch{return""}}function gn(e,t,n){let a=e.replaceAll("_"," "),i=pn(e,t);return i?n("common.zone",{name:i===pn(_i,t)?n("common.zone_china"):i,id:a}):a}function Jt(e,t,n){try{return new Intl.DateTimeFormat(n,{hour:"2-digit",minute:"2-digit",hourCycle:"h23",timeZone:e}).format(t)}catch{return""}}function mn(e,t){let n=new Intl.DateTimeFormat("en",{timeZone:e,year:"numeric",month:"numeric",day:"numeric"}).formatToParts(t),a=i=>Number(n.find(o=>o.type===i)?.value);return Date.UTC(a("year"),a("month")-1,a("day"))/864e5}function hn(e,t,n,a,i){let o=Jt(e,t,a),r=mn(e,t)-mn(e,n);if(r<=0)return i("common.moment_today",{time:o});if(r===1)return i("common.moment_tomorrow",{time:o});let u=r<7?{weekday:a==="zh-CN"?"short":"long"}:{month:"long",day:"numeric"};return i("common.moment_day",{day:new Intl.DateTimeFormat(a,{...u,timeZone:e}).format(t),time:o})}var fn=e=>e!==null&&typeof e=="object"&&!Array.isArray(e);function ss(e,t,n=""){return fn(e)&&fn(t)?[...new Set([...Object.keys(e),...Object.keys(t)])].flatMap(i=>ss(e[i],t[i],n?`${n}.${i}`:i)):JSON.stringify(e??null)===JSON.stringify(t??null)?[]:[n]}var _n=e=>structuredClone(e),bi=(e,t)=>t.split(".").reduce((n,a)=>n?.[a],e);function at({read:e,write:t,check:n,refused:a,changed:i}){let o={phase:"loading",saved:null,draft:null,busy:!1,errors:{}},r=c=>{o.saved=c,o.draft=_n(c),o.errors={},o.phase="ready",i()};return Object.defineProperties(o,Object.getOwnPropertyDescriptors({async load(){o.phase="loading",i();try{r(await e())}catch{o.phase="failed",i()}},set(c,d){let p=c.split("."),_=p.pop(),h=p.reduce((m,$)=>m[$]??={},o.draft);h[_]=d,delete o.errors[c],i()},get:c=>bi(o.draft,c),get changes(){return o.phase==="ready"?ss(o.saved,o.draft):[]},revert(){o.draft=_n(o.saved),o.errors={},i()},async save(){if(o.busy||o.phase!=="ready")return!1;if(o.errors=n?.(o.draft)??{},Object.keys(o.errors).length>0)return i(),!1;o.busy=!0,i();try{let c=await t(o.draft,ss(o.saved,o.draft));return r(c),!0}catch(c){if(o.errors=a?.(c)??{},Object.keys(o.errors).length===0)throw c;return!1}finally{o.busy=!1,i()}}})),o}var $t=[1,2,3,4,5,6,7],$n=4,bn=60,Rt={opens:"09:00",closes:"18:00"},yi=/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/,yn=e=>({always:e.always,days:Object.fromEntries($t.map(t=>[t,e.week.filter(n=>n.day===t).map(n=>({opens:n.opens,closes:n.closes}))])),holidays:e.holidays.map(t=>({date:t.date,name:t.name??"",closed:t.opens===null,opens:t.opens??Rt.opens,closes:t.closes??Rt.closes}))}),vn=e=>({always:e.always,week:$t.flatMap(t=>e.days[t].map(({opens:n,closes:a})=>({day:t,opens:n,closes:a}))),holidays:e.holidays.map(({date:t,name:n,closed:a,opens:i,closes:o})=>({date:t,name:n.trim(),opens:a?null:i,closes:a?null:o})).sort((t,n)=>t.date.localeCompare(n.date))}),lt=e=>yi.test(e),Ae=({opens:e,closes:t})=>lt(e)&&lt(t)&&t<=e;function wn(e){if(e.always)return{};let t={};for(let a of $t){let i=e.days[a];if(i.some(({opens:o,closes:r})=>!lt(o)||!lt(r)))t[`days.${a}`]="time";else{let o=[...i].sort((r,u)=>r.opens.localeCompare(u.opens));o.some((r,u)=>u+1<o.length&&(Ae(r)||r.closes>o[u+1].opens))&&(t[`days.${a}`]="overlap")}}$t.every(a=>e.days[a].length===0)&&(t["days.1"]="never");let n=new Set;for(let a of e.holidays)a.date?n.has(a.date)?t.holidays="twice":!a.closed&&(!lt(a.opens)||!lt(a.closes))&&(t.holidays="time"):t.holidays="date",n.add(a.date);return t}var vi=40,wi=new Intl.DateTimeFormat(D,{weekday:"long",timeZone:"UTC"}),ki=$t.map(e=>wi.format(new Date(Date.UTC(2026,0,4+e))));function kn({call:e,changed:t}){let n=null,a=p=>(n=p,yn(p.hours)),i=at({read:async()=>a(await e("GET","/shop")),check:p=>Object.fromEntries(Object.entries(wn(p)).map(([_,h])=>[_,s(`settings_hours.wrong_${h}`)])),write:async p=>a(await e("PATCH","/shop",{hours:vn(p)})),changed:t}),o=p=>hn(n.time_zone,Date.parse(p),Date.now(),D,s),r=()=>{let{open:p}=n;return p.now?p.closes_at?s("settings_hours.open_until",{time:o(p.closes_at)}):s("settings_hours.open_always"):p.opens_at?s("settings_hours.closed_until",{time:o(p.opens_at)}):s("settings_hours.closed")},u=p=>{let _=`days.${p}`,h=i.get(_),m=ki[p-1],$=g=>i.set(_,g);return l`<li class="day">
      ${Zt(h.length>0,g=>$(g?[{...Rt}]:[]),m)}
      <div class="day-ranges">
        ${h.length===0?l`<span class="thing-about">${s("settings_hours.rest")}</span>`:f}
        ${h.map((g,S)=>l`<div class="day-range">
              ${_t(s("settings_hours.opens",{day:m}),g.opens,E=>$(h.with(S,{...g,opens:E})))}
              <span aria-hidden="true">–</span>
              ${_t(s("settings_hours.closes",{day:m}),g.closes,E=>$(h.with(S,{...g,closes:E})))}
              ${Ae(g)?l`<span class="chip">${s("settings_hours.next_day")}</span>`:f}
              ${h.length>1?l`<button type="button" class="icon-button" aria-label=${s("settings_hours.remove_range",{day:m,time:g.opens})} @click=${()=>$(h.toSpliced(S,1))}>${T("x")}</button>`:f}
              ${S===h.length-1&&h.length<$n?l`<button type="button" class="icon-button" data-adds=".day-range:last-child input" aria-label=${s("settings_hours.add_range",{day:m})} title=${s("settings_hours.add_range",{day:m})} @click=${()=>$([...h,{opens:g.closes,closes:g.closes<"21:00"?"21:00":"23:00"}])}>${T("plus")}</button>`:f}
            </div>`)}
        ${K(i,_)}
      </div>
    </li>`},c=()=>{let p=i.get("days.1");for(let _ of[2,3,4,5])i.set(`days.${_}`,structuredClone(p))},d=(p,_,h)=>{let m=g=>i.set("holidays",h.with(_,{...p,...g})),$=p.name||p.date||String(_+1);return l`<li class="holiday">
      <input class="input" type="date" aria-label=${s("settings_hours.date")} .value=${C(p.date)} @input=${g=>m({date:g.target.value})} />
      <input
        class="input"
        aria-label=${s("settings_hours.holiday_name")}
        placeholder=${s("settings_hours.holiday_example")}
        maxlength=${vi}
        .value=${C(p.name)}
        @input=${g=>m({name:g.target.value})}
      />
      ${L(s("settings_hours.that_day",{day:$}),[{value:"closed",label:s("settings_hours.rest")},{value:"open",label:s("settings_hours.other_hours")}],p.closed?"closed":"open",g=>m({closed:g==="closed"}))}
      <button type="button" class="icon-button" aria-label=${s("settings_hours.remove_holiday",{day:$})} @click=${()=>i.set("holidays",h.toSpliced(_,1))}>${T("trash")}</button>
      ${p.closed?f:l`<div class="day-range">
            ${_t(s("settings_hours.opens",{day:$}),p.opens,g=>m({opens:g}))}<span aria-hidden="true">–</span>
            ${_t(s("settings_hours.closes",{day:$}),p.closes,g=>m({closes:g}))}
            ${Ae(p)?l`<span class="chip">${s("settings_hours.next_day")}</span>`:f}
          </div>`}
    </li>`};return{form:i,status:()=>n?l`<span class="chip ${n.open.now?"chip-ok":""}" id="hours-now"><span>${r()}</span></span>`:f,body:()=>{let p=i.get("always"),_=i.get("holidays");return l`${M(s("settings_hours.when"),L(s("settings_hours.when"),[{value:"always",label:s("settings_hours.always")},{value:"week",label:s("settings_hours.by_week")}],p?"always":"week",h=>{if(h==="week"&&$t.every(m=>i.get(`days.${m}`).length===0))for(let m of[1,2,3,4,5])i.set(`days.${m}`,[{...Rt}]);i.set("always",h==="always")}),l`${s("settings_hours.when_intro")}
        ${s("settings_hours.clock",{zone:gn(n.time_zone,D,s),time:Jt(n.time_zone,Date.now(),D)})}
        <a href="/settings/shop">${s("settings_hours.change_zone")}</a>`)}
      ${p?f:l`${M(s("settings_hours.week"),l`<ul class="days">${$t.map(u)}</ul>`,s("settings_hours.week_intro"),l`<button type="button" class="button" @click=${c}>${s("settings_hours.like_monday")}</button>`)}
            ${M(s("settings_hours.holidays"),l`${_.length===0?l`<p class="nothing-yet">${s("settings_hours.no_holidays")}</p>`:l`<ul class="holidays">${_.map(d)}</ul>`}
                ${K(i,"holidays")}`,s("settings_hours.holidays_intro"),_.length<bn?l`<button type="button" class="button" data-adds=".holidays li:last-child input" @click=${()=>i.set("holidays",[..._,{date:"",name:"",closed:!0,...Rt}])}>
                    ${T("plus")}${s("settings_hours.add_holiday")}
                  </button>`:f)}`}`}}}var xi=[1,2,3,4,6];function xn({me:e,call:t,changed:n,say:a,failed:i,ask:o}){let r=e.agent.role!=="agent",u=G(async()=>(await t("GET","/labels")).items,n),c={open:!1,name:"",busy:!1,wrong:""},d=null,p=async(y,O)=>{try{return await y(),O&&a(O),!0}catch(N){return N.code==="label_taken"?c.wrong=s("settings_labels.taken"):i(N),!1}finally{await u.load()}},_=async y=>{y.preventDefault();let O=c.name.trim();!O||c.busy||(c.busy=!0,await p(()=>t("POST","/labels",{name:O}))&&Object.assign(c,{open:!1,name:""}),c.busy=!1,n())},h=async y=>{let O=d?.name.trim()??"";d=null,O&&O!==y.name&&await p(()=>t("PATCH",`/labels/${y.id}`,{name:O}),s("settings_labels.renamed",{name:O})),n()},m=async(y,O)=>{if(!O)return;await o({title:s("settings_labels.merge_ask",{from:y.name,into:O.name}),text:s("settings_labels.merge_means",{from:y.name}),confirm:s("settings_labels.merge")})&&await p(()=>t("POST",`/labels/${y.id}/merge`,{into:O.id})),n()},$=async y=>{await o({title:s("settings_labels.delete_ask",{name:y.name}),text:B("settings_labels.delete_means",y.conversations),confirm:s("settings_labels.delete")})&&await p(()=>t("DELETE",`/labels/${y.id}`,{}),s("settings_labels.deleted",{name:y.name}))},g=y=>requestAnimationFrame(()=>document.getElementById(y)?.focus()),S=()=>{Object.assign(c,{open:!c.open,wrong:""}),n(),c.open&&g("label-name")},E=(y,O)=>gt(O,s("settings_labels.colour_of",{name:y.name}),[{items:xi.map(N=>({label:s(`settings_labels.colour_${N}`),mark:l`<i class="chip-dot series-${N}"></i>`,checked:N===y.colour,run:()=>p(()=>t("PATCH",`/labels/${y.id}`,{colour:N}))}))}]),x=(y,O,N)=>gt(N,s("settings_labels.merge_one",{name:y.name}),[{label:s("settings_labels.merge_into"),items:O.map(H=>({label:H.name,mark:l`<i class="chip-dot series-${H.colour}"></i>`,run:()=>m(y,H)}))}]),w=(y,O,N)=>gt(N,y.name,[{items:[{label:s("settings_labels.rename"),mark:T("pencil"),run(){d={id:y.id,name:y.name},n(),g(`label-${y.id}`)}},...O.length>0?[{label:s("settings_labels.merge_into"),mark:T("tag"),run:()=>setTimeout(()=>x(y,O,N))}]:[]]},{items:[{label:s("settings_labels.delete"),mark:T("trash"),run:()=>$(y)}]}]),v=(y,O)=>{let N=d?.id===y.id?l`<input
            id="label-${y.id}"
            class="input"
            maxlength="40"
            aria-label=${s("settings_labels.name")}
            .value=${C(d?.name??"")}
            @input=${U=>d&&(d.name=U.target.value)}
            @keydown=${U=>{U.key==="Enter"&&!U.isComposing&&h(y),U.key==="Escape"&&(d=null,n())}}
            @blur=${()=>h(y)}
          />`:l`<span class="thing-name">${y.name}</span>`,H=l`<i class="chip-dot series-${y.colour}"></i>`,Ot=O.filter(U=>U.id!==y.id);return l`<li class="thing">
      ${r?l`<button
            type="button"
            class="icon-button colour-dot"
            aria-haspopup="menu"
            aria-label=${s("settings_labels.colour_of",{name:y.name})}
            title=${s("settings_labels.colour_of",{name:y.name})}
            @click=${U=>E(y,U.currentTarget)}
          >
            ${H}
          </button>`:l`<span class="colour-dot">${H}</span>`}
      <div class="thing-what">${N}<span class="thing-about">${B("settings_labels.used",y.conversations)}</span></div>
      ${r?l`<div class="thing-does">
            <button
              type="button"
              class="icon-button"
              aria-haspopup="menu"
              aria-label=${s("settings_labels.more_of",{name:y.name})}
              title=${s("settings_labels.more_of",{name:y.name})}
              @click=${U=>w(y,Ot,U.currentTarget)}
            >
              ${T("more",18)}
            </button>
          </div>`:f}
    </li>`},k=()=>l`<form class="thing-edit" @submit=${_}>
      <div class="set-field">
        <div class="set-label"><label for="label-name">${s("settings_labels.name")}</label></div>
        <div class="set-box">
          <input
            id="label-name"
            class="input"
            maxlength="40"
            autocomplete="off"
            aria-invalid=${c.wrong?"true":f}
            aria-describedby="label-error"
            .value=${C(c.name)}
            @input=${y=>{c.name=y.target.value,c.wrong="",n()}}
            @keydown=${y=>y.key==="Escape"&&S()}
          /><button class="button primary" type="submit" ?disabled=${!c.name.trim()} aria-busy=${c.busy}>${s("settings_labels.add")}</button>
        </div>
        <p class="field-error" id="label-error" role="alert">${c.wrong}</p>
      </div>
    </form>`;return{start:u.load,body:()=>u.view(y=>M(s("settings_labels.list"),l`${c.open?k():f}
          ${y.length===0?l`<p class="nothing-yet">${s("settings_labels.none")}</p>`:l`<ul class="things">
                ${y.map(O=>v(O,y))}
              </ul>`}`,l`${s("settings_labels.intro")} ${r?f:s("settings_labels.managed")}`,l`<button type="button" class="button" aria-expanded=${c.open?"true":"false"} @click=${S}>${T("plus")}${s("settings_labels.new")}</button>`))}}var Ai={new:[{at:0,hz:587.3,for:.5},{at:.16,hz:880,for:.8}],assigned:[{at:0,hz:523.3,for:.35},{at:.11,hz:659.3,for:.35},{at:.22,hz:784,for:.6}],message:[{at:0,hz:740,for:.4,loud:.8}],mention:[{at:0,hz:987.8,for:.25,loud:.8},{at:.14,hz:987.8,for:.45,loud:.8}]},An=["pointerdown","keydown","touchend"],Ei=.008,Si=.22;function Mi(e,t,n){let a=e.currentTime+.02+t.at,i=a+t.for;for(let[o,r,u]of[[1,1,1],[2,.25,.5],[3,.08,.3]]){let c=e.createOscillator(),d=e.createGain(),p=Math.max(1e-4,Si*r*n*(t.loud??1));c.frequency.value=t.hz*o,d.gain.setValueAtTime(1e-4,a),d.gain.exponentialRampToValueAtTime(p,a+Ei),d.gain.exponentialRampToValueAtTime(1e-4,a+(i-a)*u),c.connect(d).connect(e.destination),c.start(a),c.stop(i)}}function En({changed:e}){let t=globalThis.AudioContext,n=null,a=!1,i=()=>n?.state==="running",o=async()=>{if(!(!t||i())){try{n??=new t,await n.resume()}catch{}if(i()){for(let r of An)removeEventListener(r,o,!0);a=!1,e()}}};if(t)for(let r of An)addEventListener(r,o,{capture:!0,passive:!0});return{get ready(){return i()},get blocked(){return a},wake:o,missed(){!t||a||(a=!0,e())},ring(r,u){if(!n||!i())return!1;if(u>0)for(let c of Ai[r])Mi(n,c,u);return!0}}}var Qt={notifications:{new:{sound:!0,browser:!0},assigned:{sound:!0,browser:!0},message:{sound:!0,browser:!0},mention:{sound:!0,browser:!0},repeat:!0,volume:.7},quiet:{enabled:!1,from:"22:00",to:"08:00",days:[1,2,3,4,5,6,7]},away_after_min:10,keys:{},send_on:"enter",undo_send_s:2},Ti="servicedesk:preferences";function ns(e){let t=e?.notifications??{},n=["new","assigned","message","mention"];return{...Qt,...e,notifications:{...Qt.notifications,...t,...Object.fromEntries(n.map(a=>[a,{...Qt.notifications[a],...t[a]}]))},quiet:{...Qt.quiet,...e?.quiet},keys:{...e?.keys}}}function Sn({load:e,save:t,failed:n}){let a=z(Qt),i=null;try{i=new BroadcastChannel(Ti),i.onmessage=o=>a.value=ns(o.data)}catch{}return{value:a,async load(){try{a.value=ns(await e())}catch{}},async change(o){let r=a.peek();a.value=ns({...r,...o});try{return await t(a.peek()),i?.postMessage(a.peek()),!0}catch(u){return a.value=r,n(u),!1}}}}function Mn({desk:e,ui:t,list:n,composer:a,open:i,back:o,perform:r,closeNext:u,assign:c,snooze:d,label:p}){let _=()=>!!e.openId,h=()=>n.aimed?e.book.rows.get(n.aimed):e.row,m=()=>!!h()||e.selection.size>0,$=()=>!!h()&&e.selection.size===0,g=()=>$()?h()?.state==="closed":e.list.view==="closed",S={next:{label:"inbox.key_next",key:"j",group:"move",icon:"arrow-down",run:()=>n.step(1)},previous:{label:"inbox.key_previous",key:"k",group:"move",icon:"arrow-up",run:()=>n.step(-1)},open:{label:"inbox.key_open",key:"Enter",group:"move",run:()=>{let E=n.focused,x=document.activeElement;x instanceof HTMLElement&&x.matches("a, button, summary")?x.click():E&&i(E)}},reply:{label:"inbox.key_reply",key:"r",group:"write",when:_,run:()=>a.choose("reply")},attach:{label:"thread.tool_attach",key:"f",group:"write",icon:"paperclip",when:_,run:()=>a.attach()},note:{label:"inbox.key_note",key:"n",group:"write",icon:"lock",when:_,run:()=>a.choose("note")},take:{label:"inbox.key_take",key:"m",group:"conversation",icon:"user-plus",when:m,run:()=>r("assign",{agent_id:e.agent.id})},assign:{label:"inbox.key_assign",key:"a",group:"conversation",icon:"users",when:m,run:c},close:{label:"inbox.key_close",key:"e",group:"conversation",icon:"check",when:m,run:()=>r(g()?"reopen":"close")},close_next:{label:"inbox.close_next",key:"Shift+e",group:"conversation",icon:"check",when:()=>$()&&!g(),run:u},details:{label:"inbox.key_details",key:"i",group:"view",icon:"panel-right",when:_,run:()=>t.details.toggle()},send_close:{label:"thread.send_close",key:"mod+Shift+Enter",group:"write",icon:"check",when:_,run:()=>a.send(!0)},undo_send:{label:"thread.undo_send",key:"mod+z",group:"write",icon:"undo-2",when:()=>e.holding&&!document.activeElement?.value,run:()=>{let E=e.undoSend();E&&a.choose(E)}},snooze:{label:"thread.snooze",key:"z",group:"conversation",icon:"alarm-clock",when:()=>m()&&!g(),run:d},label:{label:"thread.labels",key:"t",group:"conversation",icon:"tag",when:m,run:p},undo:{label:"inbox.key_undo",key:"u",group:"conversation",icon:"undo-2",when:()=>e.undoable,run:()=>e.undoDeed()},select:{label:"inbox.key_select",key:"x",group:"select",icon:"list-checks",run:()=>n.choose(!1)},select_range:{label:"inbox.key_select_range",key:"Shift+x",group:"select",run:()=>n.choose(!0)},select_all:{label:"inbox.key_select_all",key:"mod+Shift+a",group:"select",run:()=>n.chooseAll()},back:{label:"inbox.key_back",key:"Escape",group:"move",field:!0,run:o}};return Xe.forEach((E,x)=>{S[`view_${E}`]={label:`inbox.view_${E}`,key:String(x+1),group:"view",icon:"inbox",run:()=>n.showView(E)}}),S}function Tn({desk:e,ui:t,availability:n,palette:a,inbox:i,theme:o,language:r,signOut:u}){let c=()=>t.theme.value==="auto"?matchMedia("(prefers-color-scheme: dark)").matches:t.theme.value==="dark",d=p=>({label:`palette.state_${p}`,key:"",group:"desk",when:()=>e.agent.availability!==p,run:()=>n(p)});return{palette:{label:"keys.palette",key:"mod+k",group:"go",icon:"search",field:!0,run:a},help:{label:"keys.help",key:"?",group:"go",icon:"keyboard",when:()=>!t.phone.peek(),run:()=>t.dialog.value="keys"},go_inbox:{label:"keys.go_inbox",key:"g i",group:"go",icon:"inbox",run:i},go_settings:{label:"settings.title",key:"g s",group:"go",icon:"settings",run:()=>location.assign("/settings")},theme:{label:"keys.theme",key:"mod+Shift+l",group:"desk",icon:"sun-moon",run:()=>o(c()?"light":"dark")},theme_auto:{label:"palette.theme_auto",key:"",group:"desk",icon:"sun-moon",when:()=>t.theme.value!=="auto",run:()=>o("auto")},language:{label:"palette.language",key:"",group:"desk",icon:"languages",run:()=>r(D==="en"?"zh-CN":"en")},online:{...d("online"),icon:"circle-check"},away:{...d("away"),icon:"clock"},offline:{...d("offline"),icon:"power"},sign_out:{label:"agent.sign_out",key:"",group:"desk",icon:"log-out",run:()=>u(!1)}}}var Oi=["move","conversation","write","select","view","go","desk"],Ci=900;function On(e,t){let n={desk:{},ui:{},list:{},composer:{}},a={...Mn(n),...Tn(n)},i=null,o=[],r=null,u=null,c=h=>s(a[h].label),d=()=>{clearTimeout(r),i=null,o=[],t()},p=()=>{let h=i,m=o.join(" "),$=Mt(a,e.get("keys")).against(h,m);if(d(),$&&$.problem!=="taken")return u={id:h,text:s(`settings_notices.key_${$.problem}`,{key:mt(m).join(" ")})},t();u=$?.by?{id:h,text:s("settings_notices.key_taken",{action:c($.by)})}:null,e.set("keys",ke(a,e.get("keys"),h,m))},_=h=>{if(!i)return;if(h.key==="Tab"||(h.preventDefault(),h.stopPropagation(),h.key==="Escape"))return d();if(h.key==="Backspace"||h.key==="Delete"){let $=i;return d(),e.set("keys",ke(a,e.get("keys"),$,""))}let m=_e(h);if(m){if(o.push(m),clearTimeout(r),o.length===2||m.includes("+"))return p();r=setTimeout(p,Ci),t()}};return()=>{let h=Mt(a,e.get("keys")),m=e.get("keys");return l`${Oi.map($=>{let g=Object.keys(a).filter(S=>a[S].group===$&&!we.has(S));return g.length===0?f:M(s(`keys.group_${$}`),l`<ul class="key-rows">
          ${g.map(S=>{let E=i===S,x=h.keyOf(S);return l`<li class="key-row" data-action=${S}>
              <span>${c(S)}</span>
              <button
                type="button"
                class="key-button ${E?"waiting":""}"
                aria-label=${E?s("settings_notices.press"):s("settings_notices.change_key",{action:c(S),key:mt(x).join(" ")||s("settings_notices.no_key")})}
                aria-pressed=${E}
                @click=${()=>{i=E?null:S,o=[],u=null,t()}}
                @keydown=${_}
                @blur=${()=>E&&d()}
              >
                ${E?l`<span>${o.length?mt(o.join(" ")).map(w=>l`<kbd>${w}</kbd>`):s("settings_notices.press")}</span>`:x?mt(x).map(w=>l`<kbd>${w}</kbd> `):l`<span class="thing-about">${s("settings_notices.no_key")}</span>`}
              </button>
              ${S in m?l`<button type="button" class="text-button" aria-label=${s("settings_notices.reset_one",{action:c(S)})} @click=${()=>e.set("keys",ke(a,m,S,null))}>${s("settings_notices.reset")}</button>`:l`<span></span>`}
              ${u?.id===S?l`<p class="field-hint key-said" role="status">${u.text}</p>`:f}
            </li>`})}
        </ul>`)})}
    ${Object.keys(m).length>0?l`<div class="set-section"><button type="button" class="button key-all" @click=${()=>e.set("keys",{})}>${s("settings_notices.reset_all")}</button></div>`:f}`}}var Pi=["new","assigned","message","mention"],Ii=[0,5,10,15,30,60],Di=[0,2,5,10,30],Ni=new Intl.DateTimeFormat(D,{weekday:"narrow",timeZone:"UTC"}),Li=new Intl.DateTimeFormat(D,{weekday:"long",timeZone:"UTC"});function Cn({call:e,changed:t,say:n}){let a="notices",i=null,o=Sn({load:async()=>null,save:g=>e("PUT","/me/preferences",g),failed:g=>i=g}),r=at({read:()=>e("GET","/me/preferences"),check({quiet:g}){return!lt(g.from)||!lt(g.to)?{"quiet.days":s("settings_notices.no_time")}:g.enabled&&g.days.length===0?{"quiet.days":s("settings_notices.no_days")}:{}},async write(g){if(!await o.change(g))throw i;return structuredClone(g)},changed:t}),u=En({changed:t}),c=On(r,t),d=()=>globalThis.Notification?.permission??"unsupported",p=async g=>{await u.wake(),u.ring(g,r.get("notifications.volume"))||n(s("settings_notices.silent"),{bad:!0})},_=async()=>{await globalThis.Notification?.requestPermission?.(),t()},h=()=>l`<div class="grid-table" role="table" aria-label=${s("settings_notices.what")}>
      <div role="row" class="grid-head">
        <span role="columnheader">${s("settings_notices.news")}</span><span role="columnheader">${s("settings_notices.sound")}</span
        ><span role="columnheader">${s("settings_notices.browser")}</span><span role="columnheader"><span class="hidden">${s("settings_notices.hear")}</span></span>
      </div>
      ${Pi.map(g=>l`<div role="row">
            <span role="rowheader">${s(`settings_notices.kind_${g}`)}</span>
            ${["sound","browser"].map(S=>{let E=`notifications.${g}.${S}`;return l`<span role="cell"
                ><label class="switch"
                  ><input
                    type="checkbox"
                    role="switch"
                    aria-label="${s(`settings_notices.kind_${g}`)} · ${s(`settings_notices.${S}`)}"
                    .checked=${C(r.get(E))}
                    @change=${x=>r.set(E,x.target.checked)} /></label
              ></span>`})}
            <span role="cell"><button type="button" class="text-button" aria-label=${s("settings_notices.hear_one",{kind:s(`settings_notices.kind_${g}`)})} @click=${()=>p(g)}>${s("settings_notices.hear")}</button></span>
          </div>`)}
    </div>`,m=()=>{let g=r.get("quiet"),S=Math.round(r.get("notifications.volume")*100);return l`${M(s("settings_notices.what"),h(),s("settings_notices.what_intro"))}
      ${M(s("settings_notices.volume"),"",s("settings_notices.volume_intro"),l`<span class="slider"
          ><input
            type="range"
            min="0"
            max="100"
            step="5"
            aria-label=${s("settings_notices.volume")}
            .value=${C(String(S))}
            @input=${E=>r.set("notifications.volume",Number(E.target.value)/100)}
          /><output>${S}%</output></span
        >`)}
      ${M(s("settings_notices.repeat_title"),rt(r,"notifications.repeat",s("settings_notices.repeat"),s("settings_notices.repeat_hint")))}
      ${M(s("settings_notices.permission"),"",s(`settings_notices.permission_${d()}`),d()==="default"?l`<button type="button" class="button" @click=${_}>${s("settings_notices.allow")}</button>`:f)}
      ${M(s("settings_notices.quiet"),l`${rt(r,"quiet.enabled",s("settings_notices.quiet_on"),s("settings_notices.quiet_hint"))}
        ${g.enabled?l`<div class="day-range">
                ${_t(s("settings_notices.quiet_from"),g.from,E=>r.set("quiet.from",E))}
                <span aria-hidden="true">–</span>
                ${_t(s("settings_notices.quiet_to"),g.to,E=>r.set("quiet.to",E))}
                ${g.to<=g.from?l`<span class="chip">${s("settings_notices.next_day")}</span>`:f}
              </div>
              <div class="segments" role="group" aria-label=${s("settings_notices.quiet_days")}>
                ${[1,2,3,4,5,6,7].map(E=>{let x=new Date(Date.UTC(2026,0,4+E)),w=g.days.includes(E);return l`<button
                    type="button"
                    class="segment segment-day"
                    aria-pressed=${w}
                    aria-label=${Li.format(x)}
                    @click=${()=>r.set("quiet.days",w?g.days.filter(v=>v!==E):[...g.days,E].sort())}
                  >
                    ${Ni.format(x)}
                  </button>`})}
              </div>
              <p class="field-error" role="alert">${r.errors["quiet.days"]??""}</p>`:f}`)}
      ${M(s("settings_notices.away"),"",s("settings_notices.away_intro"),L(s("settings_notices.away"),[...new Set([...Ii,r.get("away_after_min")])].sort((E,x)=>E-x).map(E=>({value:String(E),label:E?s("settings_notices.minutes",{count:E}):s("settings_notices.never")})),String(r.get("away_after_min")),E=>r.set("away_after_min",Number(E))))}`},$=()=>l`${M(s("settings_notices.send"),"",s("settings_notices.send_intro"),L(s("settings_notices.send"),[{value:"mod+enter",label:s("settings_notices.send_mod")},{value:"enter",label:s("settings_notices.send_enter")}],r.get("send_on"),g=>r.set("send_on",g)))}
  ${M(s("settings_notices.undo"),"",s("settings_notices.undo_intro"),L(s("settings_notices.undo"),[...new Set([...Di,r.get("undo_send_s")])].sort((g,S)=>g-S).map(g=>({value:String(g),label:g?s("settings_notices.seconds",{count:g}):s("settings_notices.never")})),String(r.get("undo_send_s")),g=>r.set("undo_send_s",Number(g))))}`;return{form:r,words:{save:"settings_frame.save",changes:"settings_frame.not_saved"},tabs:[{id:"notices",label:s("settings_notices.tab_notices")},{id:"writing",label:s("settings_notices.tab_writing")},{id:"keys",label:s("settings_notices.tab_keys")}],get tab(){return a},choose(g){a=g,t()},body:()=>a==="notices"?m():a==="writing"?$():l`<p class="page-intro">${s("settings_notices.keys_intro")}</p>${c()}`}}var Ee=e=>/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(e)||/^[^\s@]+@localhost$/.test(e);var Hi=/(password|passwort|qwerty|asdf|letmein|admin|welcome|iloveyou|woaini|1q2w3e|abc123|12345|11111|00000|88888)/i;function Pn(e){let t=[...e];if(t.length<10)return 0;let n=[/\p{Ll}/u,/\p{Lu}/u,/\d/,/[^\p{L}\d]/u,/\p{Lo}/u].filter(o=>o.test(e)).length,a=new Set(t).size;if(Hi.test(e)||a<5)return 1;let i=t.length+2*n+Math.min(a,14)/2;return i<19?2:i<25?3:4}function Se(e,t,{upload:n,failed:a,most:i,choose:o,remove:r}){let u=`picture-${t}`;return l`<div class="set-actions">
    <input
      id=${u}
      class="hidden"
      type="file"
      accept="image/png,image/jpeg,image/webp"
      tabindex="-1"
      aria-hidden="true"
      @change=${async c=>{let d=c.target.files?.[0];if(c.target.value="",!!d)try{e.set(t,await n(d,i))}catch(p){a(p)}}}
    /><button type="button" class="button" @click=${()=>document.getElementById(u)?.click()}>${o}</button>
    ${e.get(t)?l`<button type="button" class="button quiet" @click=${()=>e.set(t,null)}>${r}</button>`:f}
  </div>`}var Ri=80,ji=256,Ui=10,qi=[{value:"zh-CN",label:"中文"},{value:"en",label:"English"}];function In({me:e,call:t,upload:n,changed:a,setTheme:i,say:o,failed:r}){let u=m=>m.email.trim()!==e.agent.email,c=at({read:async()=>{let m=await t("GET","/me"),{name:$,email:g,picture:S}=m.agent;return{name:$,email:g,picture:S??null,locale:m.locale,theme:m.theme,password:""}},check(m){let $={};return m.name.trim()||($.name=s("settings_profile.name_missing")),Ee(m.email.trim())?u(m)&&!m.password&&($.password=s("settings_profile.email_password_missing")):$.email=s("settings_profile.email_odd"),$},refused(m){return m?.code==="wrong_password"?{password:s("settings_profile.password_wrong")}:m?.code==="email_taken"?{email:s("settings_profile.email_taken")}:m?.field==="email"?{email:s("settings_profile.email_odd")}:m?.field==="name"?{name:s("settings_profile.name_odd")}:{}},async write(m){let $=u(m)?m.password:void 0,{name:g,email:S,picture:E}=await t("PATCH","/me",{...m,name:m.name.trim(),email:m.email.trim(),password:$});return Object.assign(e.agent,{name:g,email:S,picture:E}),Object.assign(e,{locale:m.locale,theme:m.theme}),m.locale!==D&&setTimeout(()=>location.reload()),{...m,name:g,email:S,picture:E??null,password:""}},changed:()=>{c?.draft&&i(c.draft.theme),a()}}),d={current:"",next:"",wrong:"",busy:!1},p=async m=>{if(m.preventDefault(),!d.busy){if(d.wrong=[...d.next].length<Ui?"settings_profile.password_short":"",!d.wrong){d.busy=!0;try{await t("PUT","/me/password",{current:d.current,new:d.next}),Object.assign(d,{current:"",next:""}),o(s("settings_profile.password_changed"))}catch($){let g={wrong_password:"settings_profile.password_wrong",weak_password:"settings_profile.password_weak"};d.wrong=g[$?.code]??"",d.wrong||r($)}d.busy=!1}a()}},_=(m,$,g)=>l`<div class="set-field">
      <div class="set-label"><label for="password-${m}">${$}</label></div>
      <input
        id="password-${m}"
        class="input"
        type="password"
        autocomplete=${g}
        aria-describedby="password-wrong"
        .value=${C(d[m])}
        @input=${S=>{d[m]=S.target.value,d.wrong="",a()}}
      />
    </div>`,h=()=>d.next?Pn(d.next):null;return{form:c,words:{save:"settings_frame.save",changes:"settings_frame.not_saved"},body:()=>l`${M(s("settings_profile.who"),l`<div class="face-big">
          ${ut({...e.agent,name:c.get("name").trim()||e.agent.name,picture:c.get("picture")})}
          <div>
            <strong>${c.get("name").trim()||e.agent.name}</strong><span class="thing-about">${c.get("email")}</span>
            ${Se(c,"picture",{upload:n,failed:r,most:ji,choose:s("settings_profile.picture"),remove:s("settings_profile.picture_remove")})}
          </div>
        </div>
        <div class="set-columns">
          ${Q(c,"name",{label:s("settings_profile.name"),hint:s("settings_profile.name_hint"),max:Ri,autocomplete:"name"})}
          ${Q(c,"email",{label:s("settings_profile.email"),hint:s("settings_profile.email_hint"),type:"email",inputmode:"email",autocomplete:"email"})}
        </div>
        ${c.draft&&u(c.draft)?l`<div class="set-columns">
              ${Q(c,"password",{label:s("settings_profile.email_password"),hint:s("settings_profile.email_password_hint"),type:"password",autocomplete:"current-password"})}
            </div>`:f}`,s("settings_profile.who_intro"))}
    ${M(s("agent.language"),"",s("settings_profile.language_hint"),L(s("agent.language"),qi,c.get("locale"),m=>c.set("locale",m)))}
    ${M(s("agent.theme"),"",s("settings_profile.theme_hint"),L(s("agent.theme"),["auto","light","dark"].map(m=>({value:m,label:s(`agent.theme_${m}`)})),c.get("theme"),m=>c.set("theme",m)))}
    ${M(s("settings_profile.password"),l`<form class="set-stack" @submit=${p}>
        <input class="hidden" type="text" autocomplete="username" tabindex="-1" aria-hidden="true" .value=${e.agent.email} />
        <div class="set-columns">
          ${_("current",s("settings_profile.password_current"),"current-password")}
          ${_("next",s("settings_profile.password_new"),"new-password")}
        </div>
        <p class="field-error" id="password-wrong" role="alert">${d.wrong?s(d.wrong):""}</p>
        <div class="set-actions">
          <button class="button" type="submit" ?disabled=${!d.current||!d.next} aria-busy=${d.busy}>
            ${s("settings_profile.password_change")}
          </button>
          <span class="field-hint" role="status">${h()===null?f:s(`settings_profile.strength_${h()}`)}</span>
        </div>
      </form>`,s("settings_profile.password_intro"))}`}}function Dn({call:e,changed:t,say:n,failed:a,ask:i}){let o=G(async()=>(await e("GET","/agents/me/sessions")).items,t),r=d=>{let p=d.device;return p?[p.app??p.browser,p.os].filter(Boolean).join(" · ")||s(`settings_devices.kind_${p.kind}`):d.user_agent||s("settings_devices.unknown")},u=async d=>{try{await e("DELETE",`/agents/me/sessions/${d.id}`,{}),n(s("settings_devices.ended",{device:r(d)}))}catch(p){a(p)}await o.load()},c=async()=>{if(!await i({title:s("settings_devices.all_ask"),text:s("settings_devices.all_means"),confirm:s("settings_devices.all")}))return;let p=(o.value??[]).filter(_=>!_.current);try{for(let _ of p)await e("DELETE",`/agents/me/sessions/${_.id}`,{});n(s("settings_devices.all_ended"))}catch(_){a(_)}await o.load()};return{start:o.load,body:()=>o.view(d=>M(s("settings_devices.title"),l`<ul class="things">
            ${d.map(p=>l`<li class="thing">
                  <span class="thing-mark">${T(p.device?.kind==="phone"||p.device?.kind==="tablet"?"smartphone":"monitor")}</span>
                  <div class="thing-what">
                    <span class="thing-name">${r(p)}${p.current?l`<span class="chip chip-ok">${s("settings_devices.this")}</span>`:f}</span>
                    <span class="thing-about" title=${j(p.last_seen_at)}
                      >${[p.address,p.current?null:s("settings_devices.seen",{time:ht(p.last_seen_at,Date.now())}),s("settings_devices.since",{time:j(p.created_at)})].filter(Boolean).join(" · ")}</span
                    >
                  </div>
                  <div class="thing-does">
                    ${p.current?f:l`<button type="button" class="button" aria-label=${s("settings_devices.end_one",{device:r(p)})} @click=${()=>u(p)}>${s("settings_devices.end")}</button>`}
                  </div>
                </li>`)}
          </ul>`,s("settings_devices.intro"),d.some(p=>!p.current)?l`<button type="button" class="button" @click=${c}>${s("settings_devices.all")}</button>`:f))}}var Bi=80,Fi=[{value:"zh-CN",label:"中文"},{value:"en",label:"English"}],zi=e=>{let t=typeof Intl.supportedValuesOf=="function"?Intl.supportedValuesOf("timeZone"):[];return[...new Set([e,...t])].sort().map(n=>({value:n,label:n.replaceAll("_"," ")}))};function Nn({me:e,call:t,changed:n}){let a=at({read:async()=>{let{name:i,locale:o,time_zone:r}=await t("GET","/shop");return{name:i,locale:o,time_zone:r}},check:i=>i.name.trim()?{}:{name:s("settings_shop.name_missing")},refused:i=>i?.field==="name"?{name:s("settings_shop.name_odd")}:i?.field==="time_zone"?{time_zone:s("settings_shop.zone_odd")}:{},async write(i){let{name:o,locale:r,time_zone:u}=await t("PATCH","/shop",{...i,name:i.name.trim()});return e.shop.name=o,{name:o,locale:r,time_zone:u}},changed:n});return{form:a,body:()=>l`${M(s("settings_shop.name"),Q(a,"name",{label:s("settings_shop.name_label"),max:Bi,autocomplete:"organization"}),s("settings_shop.name_intro"))}
    ${M(s("settings_shop.language"),"",s("settings_shop.language_intro"),L(s("settings_shop.language"),Fi,a.get("locale"),i=>a.set("locale",i)))}
    ${M(s("settings_shop.zone"),an(a,"time_zone",{label:s("settings_shop.zone_label"),options:zi(a.get("time_zone")),hint:s("settings_shop.zone_now",{time:Jt(a.get("time_zone"),Date.now(),D)})}),l`${s("settings_shop.zone_intro")} <a href="/settings/hours">${s("settings_shop.to_hours")}</a>`)}`}}async function te(e,t){let n="",a=!1;for(;;){try{return await t(n?{password:n}:{})}catch(o){let r=o?.code;if(r!=="password_required"&&r!=="wrong_password")throw o;a=r==="wrong_password"}if(n="",!await e({title:s("settings_frame.password_title"),text:s("settings_frame.password_text"),confirm:s("settings_frame.password_go"),content:l`<div class="set-field dialog-type">
        <div class="set-label"><label for="dialog-password">${s("settings_frame.password")}</label></div>
        <input
          id="dialog-password"
          class="input"
          type="password"
          autocomplete="current-password"
          autofocus
          aria-describedby="dialog-password-wrong"
          @input=${o=>n=o.target.value}
        />
        <p class="field-error" id="dialog-password-wrong" role="alert">${a?s("settings_frame.password_wrong"):""}</p>
      </div>`})||!n)return null}}var Gi=80;function Ln({me:e,call:t,changed:n,say:a,failed:i,ask:o}){let r=G(async()=>{let[x,w]=await Promise.all([t("GET","/agents?limit=200"),t("GET","/agents/invitations")]);return{agents:x.items,invitations:w.items}},n),u=e.agent.role==="owner",c={email:"",name:"",role:"agent",wrong:"",busy:!1},d=null,p=(u?["owner","admin","agent"]:["admin","agent"]).map(x=>({value:x,label:s(`settings_team.role_${x}`)})),_=x=>{let v={seat_limit:"settings_team.no_seat",last_owner:"settings_team.last_owner",email_taken:"settings_team.email_taken"}[x?.code];v?a(s(v),{bad:!0}):i(x)},h=async(x,w,v)=>{try{let k=await te(o,y=>t("PATCH",`/agents/${x.id}`,{...w,...y}));k&&(Object.assign(x,k),a(v))}catch(k){_(k)}await r.load()},m=async x=>{await o({title:s("settings_team.disable_ask",{name:x.name}),text:s("settings_team.disable_means"),confirm:s("settings_team.disable")})&&await h(x,{active:!1},s("settings_team.is_disabled",{name:x.name}))},$=async x=>{if(x.preventDefault(),!c.busy){if(c.wrong=Ee(c.email.trim())?"":"settings_team.email_odd",!c.wrong){c.busy=!0;try{let w={email:c.email.trim(),name:c.name.trim(),role:c.role},v=await te(o,k=>t("POST","/agents/invitations",{...w,...k}));v&&(d=v,Object.assign(c,{email:"",name:"",role:"agent"}),await r.load())}catch(w){_(w)}c.busy=!1}n()}},g=async x=>{try{await t("DELETE",`/agents/invitations/${x.id}`,{}),d?.id===x.id&&(d=null),a(s("settings_team.taken_back",{email:x.email}))}catch(w){i(w)}await r.load()},S=x=>{let w=x.id===e.agent.id,v=!w&&(u||x.role!=="owner");return l`<li class="thing ${x.active?"":"off"}" data-agent=${x.email}>
      ${ut(x)}
      <div class="thing-what">
        <span class="thing-name"
          >${x.name}${w?l`<span class="chip">${s("common.you")}</span>`:f}${x.active?f:l`<span class="chip">${s("settings_team.disabled")}</span>`}</span
        >
        <span class="thing-about"
          >${x.email} ·
          ${x.active?s(`agent.state_${x.online?x.availability:"offline"}`):s("settings_team.no_access")}</span
        >
      </div>
      <div class="thing-does">
        ${v&&x.active?l`${st(`role-${x.id}`,p,x.role,k=>h(x,{role:k},s("settings_team.role_changed",{name:x.name,role:s(`settings_team.role_${k}`)})),s("settings_team.role_of",{name:x.name}))}
              <button type="button" class="button quiet" @click=${()=>m(x)}>${s("settings_team.disable")}</button>`:l`<span class="thing-about">${s(`settings_team.role_${x.role}`)}</span>${v?l`<button type="button" class="button" @click=${()=>h(x,{active:!0},s("settings_team.is_enabled",{name:x.name}))}>
                    ${s("settings_team.enable")}
                  </button>`:f}`}
      </div>
    </li>`},E=x=>x.length===0?f:l`<ul class="things">
          ${x.map(w=>l`<li class="thing">
                <span class="thing-mark">${T("user")}</span>
                <div class="thing-what">
                  <span class="thing-name">${w.name||w.email}<span class="chip">${s("settings_team.invited")}</span></span>
                  <span class="thing-about" title=${j(w.expires_at)}
                    >${w.name?`${w.email} · `:""}${s(`settings_team.role_${w.role}`)} ·
                    ${s("settings_team.until",{time:Xt(w.expires_at,Date.now())})}</span
                  >
                </div>
                <div class="thing-does">
                  <button type="button" class="button quiet" @click=${()=>g(w)}>${s("settings_team.take_back")}</button>
                </div>
              </li>`)}
        </ul>`;return{start:r.load,body:()=>r.view(({agents:x,invitations:w})=>{let v=x.filter(y=>y.active).length,k=e.seats.allowed;return l`${M(s("settings_team.seats",{used:v,allowed:k}),l`<progress class="seats" max=${k} value=${v} aria-label=${s("settings_team.seats_name")}></progress>`,s("settings_team.seats_intro"))}
          ${M(s("settings_team.members"),l`<ul class="things">${x.map(S)}</ul>`,s("settings_team.roles_intro"))}
          ${M(s("settings_team.invite"),l`<form class="set-stack" novalidate @submit=${$}>
                <div class="set-columns">
                  <div class="set-field">
                    <div class="set-label"><label for="invite-email">${s("settings_team.email")}</label></div>
                    <input
                      id="invite-email"
                      class="input"
                      type="email"
                      inputmode="email"
                      autocomplete="off"
                      aria-invalid=${c.wrong?"true":f}
                      aria-describedby="invite-wrong"
                      .value=${C(c.email)}
                      @input=${y=>Object.assign(c,{email:y.target.value,wrong:""})}
                    />
                    <p class="field-error" id="invite-wrong" role="alert">${c.wrong?s(c.wrong):""}</p>
                  </div>
                  <div class="set-field">
                    <div class="set-label"><label for="invite-name">${s("settings_team.name")}</label></div>
                    <input
                      id="invite-name"
                      class="input"
                      autocomplete="off"
                      maxlength=${Gi}
                      .value=${C(c.name)}
                      @input=${y=>Object.assign(c,{name:y.target.value})}
                    />
                  </div>
                </div>
                <div class="set-actions">
                  ${st("invite-role",p.filter(y=>y.value!=="owner"),c.role,y=>Object.assign(c,{role:y}),s("settings_team.role"))}
                  <button class="button primary" type="submit" aria-busy=${c.busy}>${s("settings_team.make_link")}</button>
                </div>
              </form>
              ${d?l`<div class="once" role="status">
                    <strong>${s("settings_team.link_for",{email:d.email})}</strong>
                    ${nt(d.url,void 0,s("settings_team.link_for",{email:d.email}))}
                    <p class="field-hint">${s("settings_team.link_once")}</p>
                  </div>`:f}
              ${E(w)}`,s("settings_team.invite_intro"))}`})}}var Vi=80;function Hn({me:e,call:t,changed:n,say:a,failed:i,ask:o}){let r=e.agent.role!=="agent",u=G(async()=>{let[h,m]=await Promise.all([t("GET","/tokens"),r?t("GET","/agents?limit=200"):{items:[]}]),$=new Map(m.items.map(g=>[g.id,g.name]));return h.items.filter(g=>!g.revoked_at).map(g=>({...g,agent:g.agent_id===e.agent.id?null:$.get(g.agent_id)??g.agent_id}))},n),c={name:"",busy:!1},d=null,p=async h=>{if(h.preventDefault(),!(c.busy||!c.name.trim())){c.busy=!0;try{let m=c.name.trim(),$=await te(o,g=>t("POST","/tokens",{name:m,...g}));$&&(d=$,c.name="",await u.load())}catch(m){i(m)}c.busy=!1,n()}},_=async h=>{if(await o({title:s("settings_tokens.revoke_ask",{name:h.name}),text:s("settings_tokens.revoke_means"),confirm:s("settings_tokens.revoke")})){try{await t("DELETE",`/tokens/${h.id}`,{}),a(s("settings_tokens.revoked",{name:h.name}))}catch($){i($)}await u.load()}};return{start:u.load,body:()=>l`${M(s("settings_tokens.new"),l`<form class="set-stack" @submit=${p}>
            <div class="set-field">
              <div class="set-label"><label for="token-name">${s("settings_tokens.name")}</label></div>
              <div class="set-box">
                <input
                  id="token-name"
                  class="input"
                  autocomplete="off"
                  maxlength=${Vi}
                  .value=${C(c.name)}
                  @input=${h=>{c.name=h.target.value,n()}}
                /><button class="button primary" type="submit" ?disabled=${!c.name.trim()} aria-busy=${c.busy}>${s("settings_tokens.make")}</button>
              </div>
              <p class="field-hint">${s("settings_tokens.name_hint")}</p>
            </div>
          </form>
          ${d?l`<div class="once" role="status">
                <strong>${s("settings_tokens.made",{name:d.name})}</strong>
                ${nt(d.token,void 0,s("settings_tokens.made",{name:d.name}))}
                <p class="field-hint">${s("settings_tokens.once")}</p>
              </div>`:f}`,l`${s("settings_tokens.intro")} <a href="/docs">${s("settings_tokens.docs")}</a>`)}
      ${u.view(h=>M(s("settings_tokens.list"),h.length===0?l`<p class="nothing-yet">${s("settings_tokens.none")}</p>`:l`<ul class="things">
                ${h.map(m=>l`<li class="thing">
                      <span class="thing-mark">${T("code")}</span>
                      <div class="thing-what">
                        <span class="thing-name">${m.name}${m.agent?l`<span class="chip">${m.agent}</span>`:f}</span>
                        <span class="thing-about"
                          >${[m.last_used_at?s("settings_tokens.used",{time:ht(m.last_used_at,Date.now())}):s("settings_tokens.unused"),s("settings_tokens.since",{time:j(m.created_at)}),s(Date.parse(m.expires_at)>Date.now()?"settings_tokens.until":"settings_tokens.ended",{time:j(m.expires_at)})].join(" · ")}</span
                        >
                      </div>
                      <div class="thing-does">
                        <button type="button" class="button" aria-label=${s("settings_tokens.revoke_one",{name:m.name})} @click=${()=>_(m)}>${s("settings_tokens.revoke")}</button>
                      </div>
                    </li>`)}
              </ul>`,r?s("settings_tokens.list_all"):s("settings_tokens.list_own")))}`}}var Ki=["zh-CN","en"];var as=["text","email","phone","select","checkbox","consent"],Wi=/^#[0-9a-f]{6}$/,Yi=/^\s*(--sd-[a-z0-9-]{1,32})\s*:\s*([^;]{1,80}?)\s*;?\s*$/;function jn(e){let t={};for(let n of e.split(`
`)){if(!n.trim())continue;let[,a,i]=Yi.exec(n)??[];if(!a)return null;t[a]=i}return t}var is=({settings:e,allowed_origins:t})=>({...e,custom:Object.entries(e.custom).map(([n,a])=>`${n}: ${a}`).join(`
`),origins:t.join(`
`)});function os({origins:e,...t}){return{...t,custom:jn(t.custom)??{}}}var Xi=e=>[...new Set(e.split(/[\s,，;；、]+/).filter(Boolean))];function Un(e,t){let n=new Set(t.map(o=>o.split(".")[0])),a={};n.delete("origins")&&(a.allowed_origins=Xi(e.origins));let i=os(e);return n.size>0&&(a.settings=Object.fromEntries([...n].map(o=>[o,i[o]]))),a.settings?.questions&&(a.settings.questions=Object.fromEntries(Object.entries(a.settings.questions).map(([o,r])=>[o,r.map(u=>u.trim()).filter(Boolean)]))),a}var Rn=e=>Ki.some(t=>e[t]?.trim());function qn(e){let t={};Wi.test(e.accent)||(t.accent="colour");for(let n of["x","y"]){let a=e.launcher.offset[n];(!Number.isInteger(a)||a<0||a>400)&&(t["launcher.offset"]="offset")}return jn(e.custom)===null&&(t.custom="custom"),e.form.when!=="never"&&e.form.fields.length===0&&(t["form.fields"]="fields"),e.form.fields.forEach((n,a)=>{Rn(n.label)?n.type==="select"&&(n.options.length===0||!n.options.every(Rn))&&(t[`form.fields.${a}`]="options"):t[`form.fields.${a}`]="label"}),t}function rs(e,t){let n=new Set(t.map(o=>o.id)),a=e==="email"||e==="phone"?e:n.has("name")||e!=="text"?`${e}_1`:"name";if(!n.has(a))return a;let i=1;for(;n.has(`${e}_${i}`);)i+=1;return`${e}_${i}`}var Bn=80;function Fn(e){let t=e.get("form.fields"),n=o=>e.set("form.fields",o),a=o=>{n([...t,{id:rs(o,t),type:o,label:{"zh-CN":s(`settings_widget.asks_zh_${o}`),en:s(`settings_widget.asks_en_${o}`)},required:o==="consent",options:o==="select"?[{"zh-CN":"",en:""}]:[]}]),e.get("form.when")==="never"&&e.set("form.when","before")},i=(o,r)=>{let u=p=>n(t.with(r,{...o,...p})),c=r+1,d=(p,_)=>l`<input
        class="input"
        aria-label="${s("settings_widget.field_n",{n:c})} · ${_}"
        placeholder=${_}
        maxlength=${Bn}
        .value=${C(o.label[p]??"")}
        @input=${h=>u({label:{...o.label,[p]:h.target.value}})}
      />`;return l`<li class="field-card">
      <div class="field-card-head">
        ${st(`field-type-${r}`,as.map(p=>({value:p,label:s(`settings_widget.kind_${p}`)})),o.type,p=>u({type:p,id:rs(p,t.toSpliced(r,1)),options:p==="select"?[{"zh-CN":"",en:""}]:[]}),`${s("settings_widget.field_n",{n:c})} · ${s("settings_widget.field_kind")}`)}
        <label class="check"><input type="checkbox" .checked=${C(o.required)} @change=${p=>u({required:p.target.checked})} /><span>${s("settings_widget.required")}</span></label>
        <span class="grow"></span>
        ${r>0?l`<button type="button" class="icon-button" aria-label=${s("settings_widget.up",{n:c})} title=${s("settings_widget.up",{n:c})} @click=${()=>n(t.with(r-1,o).with(r,t[r-1]))}>${T("up")}</button>`:f}
        <button type="button" class="icon-button" aria-label=${s("settings_widget.remove_n",{n:c})} title=${s("settings_widget.remove_n",{n:c})} @click=${()=>n(t.toSpliced(r,1))}>${T("trash")}</button>
      </div>
      <div class="set-columns tight">${d("zh-CN",s("settings_widget.in_zh"))}${d("en",s("settings_widget.in_en"))}</div>
      ${o.type==="select"?l`<ul class="lines">
              ${o.options.map((p,_)=>l`<li>
                    ${["zh-CN","en"].map(h=>l`<input
                          class="input"
                          aria-label="${s("settings_widget.field_n",{n:c})} · ${s("settings_widget.option_n",{n:_+1})} · ${s(h==="en"?"settings_widget.in_en":"settings_widget.in_zh")}"
                          placeholder="${s("settings_widget.option_n",{n:_+1})} · ${s(h==="en"?"settings_widget.in_en":"settings_widget.in_zh")}"
                          maxlength=${Bn}
                          .value=${C(p[h]??"")}
                          @input=${m=>u({options:o.options.with(_,{...p,[h]:m.target.value})})}
                        />`)}
                    <button type="button" class="icon-button" aria-label=${s("settings_widget.remove_option",{n:_+1})} @click=${()=>u({options:o.options.toSpliced(_,1)})}>${T("x")}</button>
                  </li>`)}
            </ul>
            ${o.options.length<20?l`<button type="button" class="text-button" data-adds=".lines li:last-child input" @click=${()=>u({options:[...o.options,{"zh-CN":"",en:""}]})}>${s("settings_widget.option_add")}</button>`:f}`:f}
      ${K(e,`form.fields.${r}`)}
    </li>`};return l`${M(s("settings_widget.asks"),L(s("settings_widget.asks"),["never","before","closed"].map(o=>({value:o,label:s(`settings_widget.asks_${o}`)})),e.get("form.when"),o=>e.set("form.when",o)),s("settings_widget.asks_intro"))}
    ${M(s("settings_widget.fields"),l`${t.length?l`<ul class="field-cards">${t.map(i)}</ul>`:l`<p class="nothing-yet">${s("settings_widget.no_fields")}</p>`}
        ${K(e,"form.fields")}
        ${t.length<8?l`<div class="set-actions" role="group" aria-label=${s("settings_widget.field_add")}>
              <span class="thing-about">${s("settings_widget.field_add")}</span>
              ${as.map(o=>l`<button type="button" class="button" data-adds=".field-card:last-child .input" @click=${()=>a(o)}>${T("plus",14)}${s(`settings_widget.kind_${o}`)}</button>`)}
            </div>`:f}`,s("settings_widget.fields_intro"))}`}var Me=[{id:"php",name:"PHP",lines:`<?php
$encode = fn ($text) => rtrim(strtr(base64_encode($text), '+/', '-_'), '=');
$claims = ['sub' => (string) $user->id, 'name' => $user->name, 'email' => $user->email, 'exp' => time() + 3600];
$head = $encode('{"alg":"HS256","typ":"JWT"}') . '.' . $encode(json_encode($claims));
$token = $head . '.' . $encode(hash_hmac('sha256', $head, getenv('SERVICEDESK_SECRET'), true));`},{id:"node",name:"Node",lines:`import { createHmac } from 'node:crypto';
const encode = (data) => Buffer.from(data).toString('base64url');
const claims = { sub: String(user.id), name: user.name, email: user.email, exp: Math.floor(Date.now() / 1000) + 3600 };
const head = encode('{"alg":"HS256","typ":"JWT"}') + '.' + encode(JSON.stringify(claims));
const token = head + '.' + createHmac('sha256', process.env.SERVICEDESK_SECRET).update(head).digest('base64url');`},{id:"python",name:"Python",lines:`import base64, hashlib, hmac, json, os, time
encode = lambda data: base64.urlsafe_b64encode(data).rstrip(b"=").decode()
claims = {"sub": str(user.id), "name": user.name, "email": user.email, "exp": int(time.time()) + 3600}
head = encode(b'{"alg":"HS256","typ":"JWT"}') + "." + encode(json.dumps(claims).encode())
token = head + "." + encode(hmac.new(os.environ["SERVICEDESK_SECRET"].encode(), head.encode(), hashlib.sha256).digest())`},{id:"java",name:"Java",lines:`var encode = java.util.Base64.getUrlEncoder().withoutPadding();
var utf8 = java.nio.charset.StandardCharsets.UTF_8;
var claims = String.format("{\\"sub\\":\\"%s\\",\\"exp\\":%d}", user.id(), System.currentTimeMillis() / 1000 + 3600);
var head = encode.encodeToString("{\\"alg\\":\\"HS256\\",\\"typ\\":\\"JWT\\"}".getBytes(utf8)) + "." + encode.encodeToString(claims.getBytes(utf8));
var mac = javax.crypto.Mac.getInstance("HmacSHA256");
mac.init(new javax.crypto.spec.SecretKeySpec(System.getenv("SERVICEDESK_SECRET").getBytes(utf8), "HmacSHA256"));
var token = head + "." + encode.encodeToString(mac.doFinal(head.getBytes(utf8)));`}],zn="servicedesk('identify', null, token);";function Gn({call:e,changed:t,say:n,failed:a,ask:i}){let o="php",r=null,u=!1,c="",d=null,p=async()=>{if(u)return u=!1,t();try{r??=(await e("GET","/widgets/default/secret")).secret,u=!0}catch($){a($)}t()},_=async()=>{if(await i({title:s("settings_widget.secret_ask"),text:s("settings_widget.secret_means"),confirm:s("settings_widget.secret_replace")})){try{r=(await e("POST","/widgets/default/secret",{})).secret,u=!0,n(s("settings_widget.secret_replaced"))}catch(g){a(g)}t()}},h=async $=>{if($.preventDefault(),!!c.trim()){try{d=await e("POST","/widgets/default/identity-check",{token:c.trim()})}catch(g){a(g)}t()}},m=()=>{if(!d)return f;if(!d.valid)return l`<p class="check-line bad">${s(`settings_widget.problem_${d.problem}`)}</p>`;let{sub:$,name:g,email:S,phone:E}=d.claims??{},x=Object.entries({sub:$,name:g,email:S,phone:E}).filter(([,w])=>w);return l`<p class="check-line good">${s("settings_widget.valid",{time:d.expires_at?j(d.expires_at):""})}</p>
      <dl class="facts">${x.map(([w,v])=>l`<dt>${s(`settings_widget.claim_${w}`)}</dt><dd>${v}</dd>`)}</dl>`};return{start(){},body(){let $=Me.find(g=>g.id===o)??Me[0];return l`${M(s("settings_widget.server"),l`${L(s("settings_widget.language"),Me.map(g=>({value:g.id,label:g.name})),o,g=>{o=g,t()})}
            ${nt($.lines,void 0,$.name)}`,s("settings_widget.server_intro"))}
        ${M(s("settings_widget.page"),nt(zn,void 0,s("settings_widget.page")),s("settings_widget.page_intro"))}
        ${M(s("settings_widget.secret"),l`${u&&r?nt(r,void 0,s("settings_widget.secret")):f}
            <div class="set-actions">
              <button type="button" class="button" aria-expanded=${u} @click=${p}>${s(u?"settings_widget.secret_hide":"settings_widget.secret_show")}</button>
              <button type="button" class="button quiet danger" @click=${_}>${s("settings_widget.secret_replace")}</button>
            </div>`,s("settings_widget.secret_intro"))}
        ${M(s("settings_widget.check"),l`<form class="set-stack" @submit=${h}>
            <textarea
              class="input area mono"
              rows="3"
              aria-label=${s("settings_widget.check")}
              spellcheck="false"
             
              .value=${C(c)}
              @input=${g=>{c=g.target.value,d=null,t()}}
            ></textarea>
            <div class="set-actions"><button type="submit" class="button" ?disabled=${!c.trim()}>${s("settings_widget.check_it")}</button></div>
            <div role="status" class="set-stack">${m()}</div>
          </form>`,s("settings_widget.check_intro"))}`}}}var Oe=e=>[1,3,5].map(t=>Number.parseInt(e.slice(t,t+2),16)/255);function jt(e){let[t,n,a]=e.map(i=>i<=.04045?i/12.92:((i+.055)/1.055)**2.4);return .2126*t+.7152*n+.0722*a}var Te=(e,t)=>(Math.max(e,t)+.05)/(Math.min(e,t)+.05),Qi=e=>`#${e.map(t=>Math.round(t*255).toString(16).padStart(2,"0")).join("")}`,Vn=4.5;function Kn(e){let t=Oe(e);if(Te(jt(t),1)>=Vn)return{accent:e,on:"#ffffff"};if(Te(jt(t),jt(Oe("#1b1f1a")))>=7)return{accent:e,on:"#1b1f1a"};for(;Te(jt(t),1)<Vn;)t=t.map(n=>n*.96);return{accent:Qi(t),on:"#ffffff"}}var Wn=(e,t)=>Te(jt(Oe(e)),jt(Oe(t)));var to={green:"#1f6f5c",blue:"#3569b0",amber:"#96590b",plum:"#84508f",red:"#a4372c",ink:"#2c322b"},eo={bubble:"bubble",square:"square",headset:"headset",leaf:"leaf"},Yn=20,so=256,no=1200;function ao(e){let t=String(e.get("accent")),n=/^#[0-9a-f]{6}$/.test(t),a=n?Kn(t):null,i=Lt("accent");return l`<div class="swatches" role="radiogroup" aria-label=${s("settings_widget.colour")}>
      ${Object.entries(to).map(([o,r])=>l`<label class="swatch swatch-${o}"
            ><input type="radio" name="accent" aria-label=${s(`settings_widget.accent_${o}`)} .checked=${C(r===t)} @change=${()=>e.set("accent",r)} /><i></i
          ></label>`)}
      <span class="own-colour"
        ><input
          type="color"
          aria-label=${s("settings_widget.accent_own")}
          .value=${C(n?t:"#1f6f5c")}
          @input=${o=>e.set("accent",o.target.value)} /><input
          id=${i}
          class="input mono"
          maxlength="7"
          spellcheck="false"
          aria-label=${s("settings_widget.accent_hex")}
          aria-invalid=${e.errors.accent?"true":"false"}
          aria-describedby="${i}-error"
          .value=${C(t)}
          @input=${o=>e.set("accent",o.target.value.trim().toLowerCase())}
      /></span>
    </div>
    ${a?a.accent===t?l`<p class="check-line good">${T("done")}${s(a.on==="#ffffff"?"settings_widget.contrast_white":"settings_widget.contrast_black",{ratio:Wn(t,a.on).toFixed(1)})}</p>`:l`<p class="check-line warn">${T("alert")}${s("settings_widget.darkened",{colour:a.accent})}</p>`:""}
    ${K(e,"accent")}`}var Xn=(e,t,n)=>l`<label class="with-unit"
    ><span>${n}</span
    ><input
      class="input"
      inputmode="numeric"
      maxlength="3"
      .value=${C(String(e.get(`launcher.offset.${t}`)))}
      @input=${a=>e.set(`launcher.offset.${t}`,/^\d+$/.test(a.target.value)?Number(a.target.value):a.target.value)}
  /></label>`;function Zn({upload:e,failed:t},n){let a=(i,o,r)=>l`<div class="set-field">
      <span class="field-label">${r}</span>
      <div class="picture-line">
        ${n.get(i)?l`<img class="picture-shown" src="/p/${n.get(i)}" alt="" />`:l`<span class="picture-shown" aria-hidden="true"></span>`}
        ${Se(n,i,{upload:e,failed:t,most:o,choose:s("settings_widget.picture_choose"),remove:s("settings_widget.picture_remove")})}
      </div>
      ${K(n,i)}
    </div>`;return l`${M(s("settings_widget.colour"),ao(n),s("settings_widget.colour_intro"))}
    ${M(s("settings_widget.theme"),"",s("settings_widget.theme_intro"),L(s("settings_widget.theme"),["auto","light","dark"].map(i=>({value:i,label:s(`settings_widget.theme_${i}`)})),n.get("theme"),i=>n.set("theme",i)))}
    ${M(s("settings_widget.launcher"),l`<div class="set-columns">
          <div class="set-field">
            <span class="field-label">${s("settings_widget.position")}</span>
            ${L(s("settings_widget.position"),["left","right"].map(i=>({value:i,label:s(`settings_widget.position_${i}`)})),n.get("launcher.position"),i=>n.set("launcher.position",i))}
          </div>
          <div class="set-field">
            <span class="field-label">${s("settings_widget.offset")} <span class="field-hint">${s("settings_widget.offset_hint")}</span></span>
            <div class="set-pair">
              ${Xn(n,"x",s(`settings_widget.from_${n.get("launcher.position")}`))} ${Xn(n,"y",s("settings_widget.from_below"))}
            </div>
            ${K(n,"launcher.offset")}
          </div>
          <div class="set-field">
            <span class="field-label">${s("settings_widget.icon")}</span>
            <div class="icon-choice" role="radiogroup" aria-label=${s("settings_widget.icon")}>
              ${Object.entries(eo).map(([i,o])=>l`<label title=${s(`settings_widget.icon_${i}`)}
                    ><input
                      type="radio"
                      name="launcher-icon"
                      aria-label=${s(`settings_widget.icon_${i}`)}
                      .checked=${C(n.get("launcher.icon")===i)}
                      @change=${()=>n.set("launcher.icon",i)} /><span>${T(o,20)}</span></label
                  >`)}
            </div>
          </div>
          <div class="set-field">
            ${Q(n,"launcher.label.zh-CN",{label:s("settings_widget.label_zh"),max:Yn,placeholder:s("settings_widget.label_example")})}
          </div>
          <div class="set-field">${Q(n,"launcher.label.en",{label:s("settings_widget.label_en"),note:s("settings_widget.label_hint"),max:Yn})}</div>
        </div>
        ${rt(n,"launcher.hidden",s("settings_widget.hidden"),l`${s("settings_widget.hidden_hint")} <code>servicedesk('open')</code>`)}`)}
    ${M(s("settings_widget.pictures"),l`<div class="set-columns">${a("logo",so,s("settings_widget.logo"))}${a("header",no,s("settings_widget.header"))}</div>`,s("settings_widget.pictures_intro"))}
    ${M(s("settings_widget.radius"),"",void 0,l`<span class="slider"
        ><span class="thing-about">${s("settings_widget.radius_square")}</span
        ><input
          type="range"
          min="0"
          max="24"
          aria-label=${s("settings_widget.radius")}
          .value=${C(String(n.get("radius")))}
          @input=${i=>n.set("radius",Number(i.target.value))}
        /><span class="thing-about">${s("settings_widget.radius_round")}</span><output>${n.get("radius")}</output></span
      >`)}
    ${M(s("settings_widget.custom"),ft(n,"custom",{label:s("settings_widget.custom_label"),rows:3,mono:!0,placeholder:"--sd-surface: #fffdf8",hint:s("settings_widget.custom_hint")}),s("settings_widget.custom_intro"))}`}var oo=40,ls=300,ro=60,lo=[{value:"zh-CN",label:"中文"},{value:"en",label:"English"}],Ut=document.documentElement.lang==="en"?"en":"zh-CN",cs=()=>Ut,co=e=>L(s("settings_widget.words_language"),lo,Ut,t=>{Ut=t,e.set("accent",e.get("accent"))});function uo(e){let t=`questions.${Ut}`,n=e.get(t)??[],a=i=>e.set(t,i);return l`<ul class="lines">
      ${n.map((i,o)=>l`<li>
            <input
              class="input"
              aria-label=${s("settings_widget.question_n",{n:o+1})}
              placeholder=${s("settings_widget.question_example")}
              maxlength=${ro}
              .value=${C(i)}
              @input=${r=>a(n.with(o,r.target.value))}
            />
            ${o>0?l`<button type="button" class="icon-button" aria-label=${s("settings_widget.up",{n:o+1})} title=${s("settings_widget.up",{n:o+1})} @click=${()=>a(n.with(o-1,i).with(o,n[o-1]))}>${T("up")}</button>`:l`<span class="icon-space"></span>`}
            <button type="button" class="icon-button" aria-label=${s("settings_widget.remove_n",{n:o+1})} title=${s("settings_widget.remove_n",{n:o+1})} @click=${()=>a(n.toSpliced(o,1))}>${T("x")}</button>
          </li>`)}
    </ul>
    ${n.length<6?l`<div class="set-actions"><button type="button" class="button" data-adds=".lines li:last-child input" @click=${()=>a([...n,""])}>${T("plus")}${s("settings_widget.question_add")}</button></div>`:f}
    ${K(e,t)}`}function Jn(e,t){let n=i=>s(`settings_widget.own_${Ut==="en"?"en":"zh"}_${i}`),a=i=>`texts.${Ut}.${i}`;return l`${M(s("settings_widget.words"),l`${Q(e,a("title"),{label:s("settings_widget.title"),hint:s("settings_widget.title_hint"),placeholder:t,max:oo})}
        ${ft(e,a("greeting"),{label:s("settings_widget.greeting"),hint:s("settings_widget.greeting_hint"),placeholder:n("greeting"),max:ls,rows:2})}
        ${ft(e,a("welcome"),{label:s("settings_widget.welcome"),hint:s("settings_widget.welcome_hint"),placeholder:n("welcome"),max:ls,rows:2})}
        ${ft(e,a("offline"),{label:s("settings_widget.offline"),hint:s("settings_widget.offline_hint"),placeholder:n("offline"),max:ls,rows:2})}`,s("settings_widget.words_intro"),co(e))}
    ${M(s("settings_widget.questions"),uo(e),s("settings_widget.questions_intro"))}
    ${M(s("settings_widget.habits"),l`${rt(e,"rating",s("settings_widget.rating"),s("settings_widget.rating_hint"))}
      ${rt(e,"sound",s("settings_widget.sound"),s("settings_widget.sound_hint"))}
      ${rt(e,"typing_preview",s("settings_widget.typing"),s("settings_widget.typing_hint"))}`)}`}var po=["home","talk","form","offline","closed"],mo=640,Qn=360,ta=700;function ea({me:e,changed:t},n,a){let i="desktop",o=matchMedia("(prefers-color-scheme: dark)").matches?"dark":"light",r=null,u=!1,c="",d=()=>document.getElementById("preview-frame"),p=()=>(a()!==c&&(c=a(),r=null),r??(a()==="form"?"form":"home")),_=()=>{n.phase==="ready"&&d()?.contentWindow?.postMessage({servicedesk:"preview",settings:os(n.draft),shop:{name:e.shop.name},view:p(),theme:o,device:i,locale:cs()},location.origin)},h=()=>{let $=document.querySelector(".preview-box"),g=d();if(!($ instanceof HTMLElement)||!g)return;let[S,E]=[$.clientWidth,$.clientHeight];if(!S||!E)return;let x=i==="desktop"?Math.max(mo,S):Qn,w=i==="desktop"?S/x:Math.min(1,E/ta,S/Qn),v=i==="desktop"?E/w:Math.min(ta,E/w);g.style.setProperty("width",`${x}px`),g.style.setProperty("height",`${v}px`),g.style.setProperty("transform",`scale(${w})`),g.style.setProperty("left",`${Math.max(0,(S-x*w)/2)}px`),g.style.setProperty("top",`${i==="desktop"?0:Math.max(0,(E-v*w)/2)}px`)};addEventListener("message",({origin:$,source:g,data:S})=>{$===location.origin&&g===d()?.contentWindow&&S?.servicedesk==="preview-ready"&&_()}),addEventListener("resize",h);let m=$=>{$(),t()};return{view(){requestAnimationFrame(()=>{h(),_()});let $=cs();return l`<button type="button" class="button preview-open" @click=${()=>m(()=>u=!0)}>${T("smartphone")}${s("settings_widget.preview")}</button>
        <section class="preview" data-open=${u} aria-label=${s("settings_widget.preview")}>
          <header class="preview-head">
            <span class="preview-name">${s("settings_widget.preview")}</span>
            ${L(s("settings_widget.device"),["desktop","phone"].map(g=>({value:g,label:s(`settings_widget.device_${g}`)})),i,g=>m(()=>i=g))}
            ${L(s("settings_widget.theme"),[{value:"light",label:T("sun"),title:s("settings_widget.theme_light")},{value:"dark",label:T("moon"),title:s("settings_widget.theme_dark")}],o,g=>m(()=>o=g))}
            ${st("preview-view",po.map(g=>({value:g,label:s(`settings_widget.view_${g}`)})),p(),g=>m(()=>r=g),s("settings_widget.view"))}
            <button type="button" class="icon-button preview-close" aria-label=${s("common.close")} @click=${()=>m(()=>u=!1)}>${T("x",20)}</button>
          </header>
          <div class="preview-box ${i}">
            <iframe id="preview-frame" title=${s("settings_widget.preview")} tabindex="-1" src="/w/preview?k=${e.widget.key}&locale=${$}"></iframe>
          </div>
        </section>`}}}var ds=(e,t)=>`<script async src="${e}/w.js" data-key="${t}"><\/script>`;function sa(e){let{protocol:t,hostname:n}=new URL(e);return/^(localhost|.*\.localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1?\]|\[::ffff:7f.*\])$/.test(n)?"local":t==="https:"?null:"plain"}function na(e){return e.replace(" data-key",`
  data-key`).split(/("[^"]*"|script)/).map(t=>({text:t,kind:t.startsWith('"')?"code-text":t==="script"?"code-name":""}))}var aa=["any","youzan","wordpress","shopify","next","send"],go=(e,t)=>`import Script from 'next/script';

<Script src="${e}/w.js" data-key="${t}" strategy="afterInteractive" />`;function ia(e,t,n){return e==="next"?go(t,n):e==="send"?s("settings_site.letter",{tag:ds(t,n)}):ds(t,n)}var ho=4e3;function oa({me:e,call:t,changed:n,origin:a},i){let o="any",r=e.widget?.seen??null,u=async()=>{try{document.visibilityState==="visible"&&(r=(await t("GET","/setup/seen")).seen,n())}catch{}setTimeout(u,ho)},c=d=>{try{return new URL(d).host}catch{return d}};return{start:u,status:()=>r?l`<span class="chip chip-ok"><i class="chip-dot now-dot"></i><span>${c(r.url)}</span></span>`:l`<span class="chip"><span>${s("settings_site.not_seen")}</span></span>`,body(){let d=sa(a),p=ia(o,a,e.widget?.key??"");return l`${M(s("settings_site.tag"),l`${L(s("settings_site.where"),aa.map(_=>({value:_,label:s(`settings_site.builder_${_}`)})),o,_=>{o=_,n()})}
            <p class="steps-text">${s(`settings_site.how_${o}`)}</p>
            ${d?l`<p class="warning" role="status">${s(`settings_site.${d}`,{origin:a})}</p>`:""}
            ${nt(p,na(p).map(_=>l`<span class=${_.kind}>${_.text}</span>`),s("settings_site.tag"))}`,s("settings_site.tag_intro"))}
        ${M(r?s("settings_site.seen"):s("settings_site.unseen"),"",r?`${r.url.replace(/^https?:\/\//,"")} · ${ht(r.at,Date.now())}`:s("settings_site.unseen_hint"),l`<a class="button" href="/demo" target="_blank" rel="noopener">${s("settings_site.try_it")}${T("out")}</a>`)}
        ${M(s("settings_site.origins"),ft(i,"origins",{label:s("settings_site.origins_label"),rows:3,mono:!0,placeholder:`https://www.example.com
*.example.com`,hint:s("settings_site.origins_hint")}),s("settings_site.origins_intro"))}`}}}function ra(e){let{me:t,call:n,changed:a}=e,i=location.hash==="#site"?"site":"look",o=at({read:async()=>is(await n("GET","/widgets/default")),check:p=>Object.fromEntries(Object.entries(qn(p)).map(([_,h])=>[_,s(`settings_widget.wrong_${h}`)])),refused(p){let _=String(p?.field??"");return _.startsWith("allowed_origins")?{origins:s("settings_widget.wrong_origin")}:_.startsWith("settings.custom")?{custom:s("settings_widget.wrong_custom")}:_.startsWith("settings.")?{[_.slice(9)]:s("settings_widget.wrong_value")}:{}},write:async(p,_)=>is(await n("PATCH","/widgets/default",Un(p,_))),changed:a}),r=oa(e,o),u=Gn(e),c=ea(e,o,()=>i),d={look:()=>Zn(e,o),words:()=>Jn(o,t.shop.name),form:()=>Fn(o),site:r.body,identity:u.body};return{form:o,start:r.start,status:r.status,tabs:Object.keys(d).map(p=>({id:p,label:s(`settings_widget.tab_${p}`)})),get tab(){return i},choose(p){i=p,p==="identity"&&u.start(),a()},body:()=>l`${d[i]()}`,aside:t.widget?c.view:void 0}}var la={widget:ra,hours:kn,canned:ln,labels:xn,blocks:rn,team:Ln,shop:Nn,data:un,about:on,profile:In,notifications:Cn,sessions:Dn,tokens:Hn};var fo=2e4,Tt=e=>document.querySelector(`meta[name="${e}"]`)?.getAttribute("content")??"",tt=JSON.parse(Tt("me")),us=Tt("csrf")||tt.csrf_token,Pe=()=>location.assign(`/login?next=${encodeURIComponent(location.pathname)}`),bt=ms({csrf:us,signedOut:Pe}),_o=en({csrf:us,signedOut:Pe}),$o=sn({csrf:us,signedOut:Pe}),ca=Hs(),qt=Rs(ca),W=nn({me:tt,asked:Tt("settings-page"),shown:Tt("settings-shown"),schedule:e=>requestAnimationFrame(e),phone:()=>qt.phone.value}),da=`${s(`settings.${Tt("settings-shown")}`)} · ${s("settings.title")} · ${tt.shop.name}`;document.title=da;var ua={me:tt,call:_o,upload:$o,changed:W.changed,say:W.say,failed:W.failed,ask:W.ask,origin:Tt("origin"),ui:qt,setTheme(e){qt.theme.value=e,document.documentElement.dataset.theme=e}},ee=z(0),se={ticks:{frame:ee},agent:tt.agent,shop:tt.shop,book:{counts:null},async setAvailability(e){let t=tt.agent.availability;tt.agent.availability=e,ee.value++;try{await bt.availability(e)}catch(n){tt.agent.availability=t,ee.value++,W.failed(n)}}},pa=e=>{ua.setTheme(e),bt.change({theme:e}).catch(W.failed)},bo=()=>qt.theme.value==="auto"?matchMedia("(prefers-color-scheme: dark)").matches:qt.theme.value==="dark",Ie={palette:{label:"keys.palette",key:"mod+k",group:"go",field:!0,run:()=>Ce.open()},go_inbox:{label:"keys.go_inbox",key:"g i",group:"go",icon:"inbox",run:()=>location.assign("/inbox")},go_settings:{label:"settings.title",key:"g s",group:"go",icon:"settings",run:()=>location.assign("/settings")},theme:{label:"keys.theme",key:"mod+Shift+l",group:"desk",icon:"sun-moon",run:()=>pa(bo()?"light":"dark")}},ps=Mt(Ie),Ce=Zs({entries:()=>[...Qs(tt.agent.role).map(e=>({...e,asked:!1})),...Object.entries(Ie).filter(([e])=>e!=="palette"&&e!=="go_settings").map(([e,t])=>({id:e,group:"desk",label:s(t.label),key:ps.keyOf(e),mark:q(t.icon??"arrow-right",18),run:t.run}))],subject:()=>null,next(){},phone:()=>!1});Ge(W.palette,Ce.view,Ce.around);Gs({keymap:()=>ps,actions:Ie});bt.preferences().then(({keys:e})=>ps=Mt(Ie,e),()=>{});var ma=async()=>{try{se.book.counts=await bt.counts(),ee.value++}catch{}};Ge(W.rail,Fs(se,qt,{theme:pa,palette:Ce.open,availability:e=>(ga??{choose:se.setAvailability}).choose(e),async language(e){if(e!==D)try{await bt.change({locale:e}),location.reload()}catch(t){W.failed(t)}},async signOut(e){if(!(e&&!await W.ask({title:s("agent.sign_out_everywhere_ask"),text:s("agent.sign_out_everywhere_means"),confirm:s("agent.sign_out_everywhere"),cancel:s("agent.stay")})))try{await(e?bt.signOutEverywhere():bt.signOut()),location.assign("/login")}catch(t){W.failed(t)}}},"settings"));W.show(la[Tt("settings-shown")](ua));var ga=null;import(new URL("live.js",import.meta.url).href).then(({startLive:e})=>{ga=e({me:tt,api:bt,storage:ca,title:da,changed(t){se.book.counts=t,ee.value++},setAvailability:se.setAvailability,say:(t,n)=>W.say(t,n&&{action:{label:s("inbox.key_open"),run:n}}),open:t=>location.assign(`/inbox/${encodeURIComponent(t)}`),signedOut:Pe})},()=>setInterval(()=>document.visibilityState==="visible"&&ma(),fo));ma();matchMedia("(max-width: 720px)").addEventListener("change",W.changed);
